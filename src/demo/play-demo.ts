import type { Connections } from '../quickbooks/connection/connections.ts'
import type { Company } from '../sandbox/company/company.ts'
import type { Host } from '../sandbox/host/create-host.ts'
import { lastStep } from '../sandbox/story/last-step.ts'
import { playStory } from '../sandbox/story/play-story.ts'
import { connectDemo } from './connect-demo.ts'
import { demoFirm } from './demo-firm.ts'

interface Needs {
  readonly company: Company
  readonly host: Host
  readonly connections: Connections
  /** Of the host, for the API. */
  readonly key: string
  /** Where we reach ourselves. */
  readonly internalUrl: string
  readonly now: () => Date
}

/** Once to connect; once more where the connection turns out to be dead. */
const ROUNDS = 2

/**
 * Connects the demo firm and lets its failures arise; where that has been, sends the reports that still wait. What an owner
 * did since, such as disconnecting, stays.
 */
export async function playDemo(needs: Needs): Promise<void> {
  const { company, host, connections, key, internalUrl, now } = needs
  const [realmId] = company.realmIds()
  if (realmId === undefined) return
  for (let round = 0; round < ROUNDS && !host.store.isDone(lastStep); round++) {
    const view = await connections.get(demoFirm.id)
    if (view?.status !== 'connected') await connectDemo({ internalUrl, key, realmId })
    await playStory({ host, company, realmId, now })
  }
  await host.deliver()
}
