import type { RecordType } from '../../domain/record-type.ts'
import type { IssueQuery, ListIssues } from '../../issues/list-issues.ts'
import type { IssueStore } from '../../issues/issue-store.ts'
import type { Position } from '../../storage/collection.ts'
import type { Rank } from './bulk-action.ts'
import { ranksOf } from './ranks-of.ts'

/** A bulk action is about so many issues at most. */
export const MOST_ISSUES = 1_000
const PAGE = 100

export type Choice =
  { readonly issueIds: readonly string[] } | { readonly filter: Omit<IssueQuery, 'sort' | 'limit' | 'after'> }

export type Chosen =
  | { readonly ranks: readonly Rank[] }
  /** Places in `issueIds`. */
  | { readonly unknown: readonly number[] }
  | { readonly tooMany: true }

export type ChooseIssues = (firmId: string, choice: Choice) => Promise<Chosen>

interface Needs {
  readonly store: IssueStore
  readonly list: ListIssues
}

/** The issues that a bulk action is about, each once: those that are named, or all that a filter finds. */
export function createChooseIssues({ store, list }: Needs): ChooseIssues {
  return async (firmId, choice) => {
    const chosen = new Map<string, RecordType>()
    if ('issueIds' in choice) {
      const unknown: number[] = []
      for (const [i, id] of choice.issueIds.entries()) {
        const found = await store.get(firmId, id)
        if (found === undefined) unknown.push(i)
        else chosen.set(id, found.doc.record.type)
      }
      return unknown.length > 0 ? { unknown } : { ranks: ranksIn(chosen) }
    }
    let after: Position | undefined
    do {
      const page = await list(firmId, { ...choice.filter, sort: 'firstSeenAt', after, limit: PAGE })
      for (const { doc } of page.issues) chosen.set(doc.id, doc.record.type)
      if (chosen.size > MOST_ISSUES) return { tooMany: true }
      after = page.next ?? undefined
    } while (after !== undefined)
    return { ranks: ranksIn(chosen) }
  }
}

function ranksIn(chosen: ReadonlyMap<string, RecordType>): readonly Rank[] {
  return ranksOf([...chosen].map(([id, recordType]) => ({ id, recordType })))
}
