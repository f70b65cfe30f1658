import { createApp } from '../app.ts'
import { type Config, readConfig } from '../config/config.ts'
import type { Stores } from '../wiring/create-stores.ts'
import { openStorage } from '../wiring/open-storage.ts'
import { root } from '../root.ts'

/** Runs a command on what is kept, as the environment names it; a server may run beside. Rejects with words for people. */
export async function withStores<T>(
  environment: NodeJS.ProcessEnv,
  use: (stores: Stores, config: Config) => Promise<T>,
): Promise<T> {
  const read = readConfig(environment)
  if ('faults' in read) {
    throw new Error(read.faults.map(({ variable, reason }) => `${variable} ${reason}`).join('\n'))
  }
  const storage = await openStorage(read.config)
  try {
    const app = await createApp(root)
    return await use(await app.stores(storage, () => new Date()), read.config)
  } finally {
    await storage.close()
  }
}
