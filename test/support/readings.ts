import type { Actor } from '../../src/domain/actor.ts'
import type { Diagnosis } from '../../src/domain/diagnosis.ts'
import type { FailureReading } from '../../src/domain/failure-reading.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { newIssue } from '../../src/domain/new-issue.ts'

export const host: Actor = { type: 'key', id: 'key_1', via: null }

/** When reports come, by our clock; long after all that they tell of. */
export const NOW = '2026-03-09T12:00:00.000Z'

/** A moment of the story, by its minute. */
export function minute(number: number): string {
  return new Date(Date.UTC(2026, 2, 2, 9, number)).toISOString()
}

/** A diagnosis of this item, or of none. */
export function diagnosisOf(slug: string | null, changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    item: slug === null ? null : { number: 1, slug },
    captures: {},
    retry: 'user_fix',
    certainty: slug === null ? null : 'exact',
    why: [],
    nearMisses: [],
    conflicts: [],
    faults: [],
    actions: ['resync', 'skip'],
    ...changes,
  }
}

interface Told {
  readonly at: number
  readonly item?: string | null
  readonly occurrenceId?: string
  readonly diagnosis?: Partial<Diagnosis>
}

/** A failure of invoice `inv_1` at this minute. */
export function readingOf({ at, item = 'duplicate-name', occurrenceId, diagnosis }: Told): FailureReading {
  const error = `It is ${item}.`
  return {
    failure: {
      error,
      record: {
        type: 'invoice',
        id: 'inv_1',
        label: 'Invoice 1',
        url: null,
        money: { minor: 125_000, currency: 'USD' },
        date: null,
        client: null,
      },
      occurredAt: minute(at),
      ...(occurrenceId !== undefined && { occurrenceId }),
    },
    diagnosis: diagnosisOf(item, diagnosis),
    error,
    words: ['invoice', '1'],
    actor: host,
    now: NOW,
  }
}

/** The issue that a first failure makes, with what this test says of it. */
export function issueOf(told: Told = { at: 1 }, changes: Partial<Issue> = {}): Issue {
  const beginning = { id: 'iss_1', firmId: 'acme', lastSuccessAt: null, quickbooksId: null }
  return { ...newIssue(beginning, readingOf(told)), ...changes }
}
