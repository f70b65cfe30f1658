import { actionRefusal } from '../../domain/action-refusal.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Dependency } from '../../domain/payload.ts'
import { storedPayload } from '../../evidence/stored-payload.ts'
import { issueId } from '../../issues/issue-id.ts'
import type { IssueStore } from '../../issues/issue-store.ts'
import { lackOf } from '../resync/lack-of.ts'
import type { Work } from '../work.ts'
import type { BulkAction } from './bulk-action.ts'
import type { BulkResult } from './bulk-result.ts'
import { issueIdsOf } from './issue-ids-of.ts'

interface Needs extends Pick<Work, 'issueOf' | 'quickbooksIdOf' | 'isNeeded'> {
  readonly store: IssueStore
  /** Whether the firm's host has an address, and so tells what is to be written. */
  readonly hasHost: (firmId: string) => Promise<boolean>
}

export type Forecast = (wish: Pick<BulkAction, 'firmId' | 'kind' | 'ranks'>) => Promise<readonly BulkResult[]>

/** What a bulk action would do to each issue, as far as is known here: neither the host nor QuickBooks is asked. */
export function createForecast({ store, hasHost, ...needs }: Needs): Forecast {
  return async (wish) => {
    const hostTells = await hasHost(wish.firmId)
    const results = new Map<string, BulkResult>()
    for (const id of issueIdsOf(wish)) {
      const issue = (await store.get(wish.firmId, id))?.doc
      const result =
        issue === undefined ? await gone(id) : await forecastOf(issue, wish.kind, results, hostTells)
      results.set(id, result)
    }
    return [...results.values()]
  }

  async function gone(id: string): Promise<BulkResult> {
    return {
      issueId: id,
      record: null,
      actionId: null,
      state: 'refused',
      reason: 'not-found',
      waitingFor: null,
    }
  }

  async function forecastOf(
    issue: Issue,
    kind: BulkAction['kind'],
    before: ReadonlyMap<string, BulkResult>,
    hostTells: boolean,
  ): Promise<BulkResult> {
    const { id, firmId, record, action } = issue
    const base = { issueId: id, record, actionId: null, reason: null, waitingFor: null }
    const reason = actionRefusal(issue, kind, 'owner')
    const isSame =
      reason === 'under-way' && action?.kind === kind && action.changes === null && action.link === null
    if (isSame) return { ...base, actionId: action.id, state: action.state, waitingFor: action.waitingFor }
    if (reason) return { ...base, state: 'refused', reason }
    switch (kind) {
      case 'skip':
        return { ...base, state: 'queued' }
      case 'delete':
        return (await needs.isNeeded(issue))
          ? { ...base, state: 'refused', reason: 'service-in-use' }
          : { ...base, state: 'queued' }
      case 'resync': {
        const dependsOn = hostTells ? await ofHost(issue) : await ofStored(issue)
        if (dependsOn === undefined) return { ...base, state: 'refused', reason: 'no-payload' }
        const open = dependsOn.filter((one) => !goesThrough(before.get(issueId(firmId, one))))
        const lack = await lackOf(firmId, open, needs)
        if (lack === undefined) return { ...base, state: 'queued' }
        return 'reason' in lack
          ? { ...base, state: 'refused', reason: lack.reason }
          : { ...base, state: 'waiting', waitingFor: lack.waitingFor }
      }
    }
  }

  /** What is stored says it all; undefined: nothing is stored. */
  async function ofStored(issue: Issue): Promise<readonly Dependency[] | undefined> {
    const { client } = issue.record
    const known = client && (await needs.quickbooksIdOf(issue.firmId, { type: 'client', id: client.id }))
    return storedPayload(issue, known)?.dependsOn
  }

  /** Of what the host will say, only the client is known, and only where that failed too. */
  async function ofHost({ firmId, record }: Issue): Promise<readonly Dependency[]> {
    const { client, type } = record
    if (client === null || type === 'client') return []
    const dependency = { type: 'client', id: client.id } as const
    const failed = await needs.issueOf(firmId, dependency)
    return failed === undefined ? [] : [{ ...dependency, quickbooksId: failed.quickbooksId }]
  }
}

/** Whether a record of the same bulk action comes before, and nothing speaks against it. */
function goesThrough(result: BulkResult | undefined): boolean {
  return result?.state === 'queued' || result?.state === 'running'
}
