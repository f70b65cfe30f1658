import type { Actions } from '../actions/actions.ts'
import type { BulkActions } from '../actions/bulk/bulk-actions.ts'
import type { Portal } from '../access/portal.ts'
import type { Diagnose } from '../domain/diagnosis.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { Firm } from '../domain/firm.ts'
import type { Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import type { Principal } from '../domain/principal.ts'
import type { ReadEvidence } from '../evidence/read-evidence.ts'
import type { Firms } from '../firms/firms.ts'
import type { Members } from '../firms/members.ts'
import type { Issues } from '../issues/issues.ts'
import type { Live } from '../notices/live/create-live.ts'
import type { Webhooks } from '../notices/webhooks/webhooks.ts'
import type { Connections } from '../quickbooks/connection/connections.ts'
import type { Versioned } from '../storage/collection.ts'

/** What operations work with. */
export interface Services {
  readonly diagnose: Diagnose
  readonly guides: Guides
  /** The error table, by number. */
  readonly items: readonly ErrorItem[]
  readonly firms: Firms
  readonly members: Members
  readonly issues: Issues
  readonly readEvidence: ReadEvidence
  readonly actions: Actions
  readonly bulkActions: BulkActions
  /** Seals the secret that a firm's host shares with us; undefined: there is no key to seal it with. */
  readonly sealHostSecret: ((firmId: string, secret: string) => Promise<string>) | undefined
  /** Whether others may give us addresses of private networks, and of http. */
  readonly allowPrivate: boolean
  readonly webhooks: Webhooks
  readonly portal: Portal
  readonly live: Live
  /** Undefined: no app at Intuit is set up to connect with. */
  readonly connections: Connections | undefined
  readonly publicUrl: string
  readonly now: () => Date
  /** False while the service stops, or while its storage cannot be reached. */
  readonly isReady: () => Promise<boolean>
}

/** One call of an operation: the services, and the language of its caller. */
export interface Context extends Services {
  readonly language: Language
  /** Which of these media types the caller likes best; undefined: none of them. */
  readonly accepts: (mediaTypes: readonly string[]) => string | undefined
}

/** A call by somebody who is known. */
export interface CallerContext extends Context {
  readonly principal: Principal
  /** Whether the caller would be let in again now; for answers that go on. */
  readonly isStillAllowed: () => Promise<boolean>
  /** Of the Idempotency-Key: the same for every repetition of this request, and for no other. */
  readonly occurrenceId: string | undefined
}

/** A call about a firm that the caller may see. */
export interface FirmContext extends CallerContext {
  readonly firm: Versioned<Firm>
}
