import type { NotSent } from '../not-sent.ts'
import type { RealmAccess } from '../realm-access.ts'

/** QuickBooks' limits of a firm's realm, kept across processes. */
export interface RealmLimits {
  reserve(firmId: string, call: Parameters<RealmAccess['reserve']>[0]): Promise<'now' | NotSent>
  throttled(firmId: string, by: 'minute' | 'month'): Promise<NotSent>
  answered(firmId: string): Promise<void>
}
