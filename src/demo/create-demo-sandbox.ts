import type { Router } from 'express'
import { randomBytes, randomUUID } from 'node:crypto'
import type { Keys } from '../access/keys.ts'
import type { Connections } from '../quickbooks/connection/connections.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import { createHost } from '../sandbox/host/create-host.ts'
import { createSandbox } from '../sandbox/pages/create-sandbox.ts'
import type { SandboxMails } from '../sandbox/pages/mail/sandbox-mails.ts'
import type { PagesNeed } from '../sandbox/pages/parts/pages-need.ts'
import { createHostKey } from './create-host-key.ts'
import { demoFirm } from './demo-firm.ts'
import type { OpenedSandbox } from './open-sandbox.ts'
import { playDemo } from './play-demo.ts'

interface Needs {
  readonly opened: OpenedSandbox
  readonly connections: Connections
  /** Of the demo firm's company. */
  readonly quickbooks: QuickBooks
  readonly keys: Keys
  /** To people of the demo firm; undefined: they go to a mail server. */
  readonly mails: SandboxMails | undefined
  readonly publicUrl: string
  /** Where we reach ourselves. */
  readonly internalUrl: string
  readonly now: () => Date
  readonly onBug: (error: unknown) => void
}

/** The demo's sandbox: a company, and the firm's practice software. */
export interface DemoSandbox {
  readonly routes: (need: PagesNeed) => Router
  /** Where the practice software takes our calls. */
  readonly hostAddress: { readonly url: string; readonly secret: string }
  /** Puts books and records back to their beginning. */
  readonly begin: () => void
  /** Connects the demo firm and lets its failures arise, as far as that has not been. */
  readonly play: () => Promise<void>
  /** Once nobody calls any more. */
  readonly close: () => Promise<void>
}

export function createDemoSandbox({ opened, quickbooks, keys, ...needs }: Needs): DemoSandbox {
  const { company, database, hostUrl } = opened
  const { connections, mails, publicUrl, internalUrl, now, onBug } = needs
  const hostKey = createHostKey(keys, now)
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const host = createHost({
    database,
    quickbooks,
    syncDoctor: { url: internalUrl, firmId: demoFirm.id, key: hostKey },
    secret,
    publicUrl,
    now,
    newId: randomUUID,
    onBug,
  })
  const begin = () => {
    company.reset()
    host.store.clear()
  }
  const play = async () => playDemo({ company, host, connections, key: await hostKey(), internalUrl, now })
  const reset = () => {
    begin()
    return play()
  }
  return {
    hostAddress: { url: hostUrl, secret },
    routes: (need) => createSandbox({ company, host, quickbooks, mails, reset, ...need }),
    begin,
    play,
    close: async () => {
      await host.idle()
      database.close()
    },
  }
}
