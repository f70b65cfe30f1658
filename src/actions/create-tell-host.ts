import type { Issue } from '../domain/issue.ts'
import type { Work } from './work.ts'

interface Needs extends Pick<Work, 'hostOf'> {
  readonly onError: (error: unknown, issueId: string) => void
}

/** So many are told at once, however many are skipped in bulk. */
const MOST_AT_ONCE = 4

/**
 * Tells hosts of decisions about records, each once. What holds stands in the issue: a host that does not hear of a skip
 * goes on pushing, and its reports change nothing.
 */
export function createTellHost({ hostOf, onError }: Needs) {
  const waiting: Issue[] = []
  const tellers = new Set<Promise<void>>()

  async function tell({ firmId, record, action }: Issue): Promise<void> {
    if (action?.kind !== 'skip' && action?.kind !== 'reopen') return
    const host = await hostOf(firmId)
    if (action.kind === 'skip') await host?.skipped(record, `${action.id}-skipped`)
    else await host?.reopened(record, `${action.id}-reopened`)
  }

  async function tellAll(): Promise<void> {
    for (let issue = waiting.shift(); issue !== undefined; issue = waiting.shift()) {
      try {
        await tell(issue)
      } catch (error) {
        onError(error, issue.id)
      }
    }
  }

  return {
    add(issue: Issue): void {
      waiting.push(issue)
      if (tellers.size >= MOST_AT_ONCE) return
      const teller: Promise<void> = tellAll().finally(() => tellers.delete(teller))
      tellers.add(teller)
    },

    /** Resolves once nobody is left to be told. */
    idle: async (): Promise<void> => {
      await Promise.all(tellers)
    },
  }
}
