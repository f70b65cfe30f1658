import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../src/config/config.ts'
import { serve } from '../../src/serve.ts'

export interface DemoServer {
  /** The base address, without a slash at the end. */
  readonly url: string
  /** Signs in as the owner, once. */
  readonly portalUrl: string
  /** Headers of the demo firm's key. */
  readonly headers: Record<string, string>
  /** Where it keeps everything. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** The service as it starts by itself, with its demo firm and sandbox, in this process. */
export async function startDemo(): Promise<DemoServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-demo-'))
  const read = readConfig({ PORT: '0', DATA_DIR: folder, RATE_LIMIT: '0', LOG_LEVEL: 'silent' })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const { publicUrl, demo, stop } = await serve(read.config)
  const added = await demo
  if (added === undefined) throw new Error('There is no demo.')
  return {
    url: publicUrl,
    portalUrl: added.portalUrl,
    headers: { Authorization: `Bearer ${added.key}` },
    folder,
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
