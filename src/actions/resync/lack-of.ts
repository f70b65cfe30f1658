import type { WaitingFor } from '../../domain/action.ts'
import type { OutcomeReason } from '../../domain/outcome-reason.ts'
import type { Dependency } from '../../domain/payload.ts'
import type { Work } from '../work.ts'

export type Lack = { readonly waitingFor: WaitingFor } | { readonly reason: OutcomeReason }

/** What a record lacks of the records that must be in QuickBooks before it; undefined: nothing. */
export async function lackOf(
  firmId: string,
  dependsOn: readonly Dependency[],
  { issueOf }: Pick<Work, 'issueOf'>,
): Promise<Lack | undefined> {
  for (const { type, id, quickbooksId } of dependsOn) {
    const base = await issueOf(firmId, { type, id })
    const isKnown = quickbooksId !== null || (base !== undefined && base.quickbooksId !== null)
    switch (base?.status) {
      case 'open':
        return { waitingFor: `${type}/${id}` }
      case 'skipped':
      case 'deleted':
        // Somebody decided that it does not come; it may be in the books all the same.
        if (!isKnown) return { reason: `needs-${base.status}-record` }
        break
      case undefined:
        if (!isKnown) return { waitingFor: `${type}/${id}` }
        break
      case 'resolved':
        break
    }
  }
  return undefined
}
