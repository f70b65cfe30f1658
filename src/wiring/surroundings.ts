import type { Router } from 'express'
import type { Config } from '../config/config.ts'
import type { AnsweredRequest } from '../http/answered-request.ts'
import type { Live } from '../notices/live/create-live.ts'
import type { MailLinks } from '../web/portal/mail-links.ts'
import type { PagesNeed } from '../sandbox/pages/parts/pages-need.ts'
import type { Hosts } from './connect-hosts.ts'
import type { WebhookServices } from './connect-webhooks.ts'
import type { QuickBooksServices } from './connect-quickbooks.ts'
import type { Stores } from './create-stores.ts'

/** What changes from call to call, or from test to test. */
export interface Surroundings {
  readonly config: Config
  readonly stores: Stores
  /** Undefined: no app at Intuit is set up. */
  readonly quickbooks?: QuickBooksServices | undefined
  /** Undefined: no host's secret can be sealed. */
  readonly hosts?: Hosts | undefined
  /** Undefined: no mails are sent, and no links of theirs come back. */
  readonly mailLinks?: MailLinks | undefined
  readonly webhooks: WebhookServices
  /** The demo's sandbox, to be mounted at the root. */
  readonly sandbox?: ((need: PagesNeed) => Router) | undefined
  readonly live: Live
  readonly newId: () => string
  readonly now: () => Date
  /** Called with bugs of ours; the caller of the API learns nothing of them but the request's id. */
  readonly onBug: (error: unknown, requestId: string) => void
  readonly isReady: () => Promise<boolean>
  /** Called with every request once it is answered. */
  readonly onAnswered?: (request: AnsweredRequest) => void
}
