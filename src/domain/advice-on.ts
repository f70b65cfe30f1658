import type { Evidence } from './evidence.ts'
import type { Issue } from './issue.ts'

/** What the facts about an issue say should be done, or why they do not say. */
export interface Advice {
  readonly recommends: 'resync' | 'skip' | null
  /** Where the record is in the books already. */
  readonly link: { readonly quickbooksId: string } | null
  /** Why anything else is not recommended. */
  readonly reason: 'cause-not-checked' | 'cause-stands' | 'cause-gone' | 'already-in-books' | 'evidence-old'
}

/** Beyond this age nobody should act on a fact. */
const OLD_MILLISECONDS = 15 * 60_000

/**
 * What helps, by the facts: a link where the record is in the books, a resync once the cause is gone, a skip where the
 * record is unwanted. Facts that are old, or from before the newest failure, recommend nothing.
 */
export function adviceOn({ evidence, lastSeenAt }: Issue, now: Date): Advice {
  const fresh = evidence.filter(
    ({ readAt }) => readAt >= lastSeenAt && now.getTime() - Date.parse(readAt) <= OLD_MILLISECONDS,
  )
  const none = { recommends: null, link: null } as const
  if (fresh.length < evidence.length) return { ...none, reason: 'evidence-old' }
  const quickbooksId = fresh.map(linkIn).find((id) => id !== null)
  // A link writes nothing, so that nothing else can stand in its way.
  if (quickbooksId !== undefined) {
    return { recommends: 'resync', link: { quickbooksId }, reason: 'already-in-books' }
  }
  if (fresh.some(({ recommends }) => recommends === 'skip')) {
    return { recommends: 'skip', link: null, reason: 'cause-stands' }
  }
  if (fresh.some(({ cause }) => cause === 'stands')) return { ...none, reason: 'cause-stands' }
  const isGone = fresh.some(({ recommends }) => recommends === 'resync')
  return isGone
    ? { ...none, recommends: 'resync', reason: 'cause-gone' }
    : { ...none, reason: 'cause-not-checked' }
}

function linkIn({ recommends, values }: Evidence): string | null {
  return recommends === 'link' && 'quickbooksId' in values ? values.quickbooksId : null
}
