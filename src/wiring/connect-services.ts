import type { Logger } from 'pino'
import type { Config, IntuitConfig } from '../config/config.ts'
import type { Guides } from '../domain/guide.ts'
import type { SecretKeys } from '../secrets/parse-secret-keys.ts'
import { connectHosts, type Hosts } from './connect-hosts.ts'
import { connectMail, type MailServices } from './connect-mail.ts'
import type { connectQuickBooks, QuickBooksServices } from './connect-quickbooks.ts'
import { connectWebhooks, type WebhookServices } from './connect-webhooks.ts'
import type { Stores } from './create-stores.ts'

/** Loads QuickBooks' side, which is heavy, when it is asked for. */
export type LoadQuickBooks = (needs: Parameters<typeof connectQuickBooks>[0]) => Promise<QuickBooksServices>

interface Needs {
  readonly loadQuickBooks: LoadQuickBooks
  readonly guides: Guides
  readonly config: Config
  /** The app at Intuit that firms connect by; undefined: none is set up. */
  readonly intuit: IntuitConfig | undefined
  readonly secretKeys: SecretKeys | undefined
  readonly stores: Stores
  /** Where the demo's practice software takes our calls, which is a private address. */
  readonly demoHostUrl?: string | undefined
  readonly now: () => Date
  readonly log: Pick<Logger, 'error' | 'warn'>
}

/** Everybody outside that we call. */
export interface Services {
  /** Undefined: no app at Intuit is set up. */
  readonly quickbooks: QuickBooksServices | undefined
  readonly hosts: Hosts
  readonly webhooks: WebhookServices
  readonly mail: MailServices
}

/** The side of the wiring that faces outwards. */
export async function connectServices(needs: Needs): Promise<Services> {
  const { loadQuickBooks, guides, config, intuit, secretKeys, stores, demoHostUrl, now, log } = needs
  const { publicUrl, allowPrivateWebhooks: allowPrivate } = config
  return {
    quickbooks:
      intuit &&
      secretKeys &&
      (await loadQuickBooks({
        intuit,
        secretKeys,
        stores,
        now,
        onNotRenewed: (firmId, reason) => log.warn({ firmId, reason }, 'a connection was not renewed'),
      })),
    hosts: connectHosts({ secretKeys, stores, allowPrivate, demoHostUrl, now }),
    webhooks: connectWebhooks({
      secretKeys,
      stores,
      allowPrivate,
      now,
      onHostDisabled: ({ id, reason }) =>
        log.warn({ endpoint: id, reason }, 'a webhook endpoint is disabled'),
    }),
    mail: connectMail({ config, publicUrl, stores, guides, now, log }),
  }
}
