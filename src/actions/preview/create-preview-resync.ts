import type { Issue } from '../../domain/issue.ts'
import type { Payload } from '../../domain/payload.ts'
import { readPayload } from '../read-payload.ts'
import { foresee } from '../resync/foresee.ts'
import { lackOf } from '../resync/lack-of.ts'
import type { Work } from '../work.ts'
import { accountsIn } from './accounts-in.ts'
import type { Outlook, Preview } from './preview.ts'
import { writtenOf } from './written-of.ts'

type Needs = Pick<Work, 'quickBooksOf' | 'hostOf' | 'hostPushes' | 'issueOf' | 'quickbooksIdOf'>

export type PreviewResync = (issue: Issue) => Promise<Preview>

/** Tells what a resync would do; host and books are asked as it would ask them, and nothing is changed. */
export function createPreviewResync(needs: Needs): PreviewResync {
  return async (issue) => {
    const { firmId, record } = issue
    const currency = record.money?.currency
    const payload = await payloadOf(issue)
    if ('outlook' in payload) return { ...unseen, ...payload }
    if (await needs.hostPushes(firmId)) {
      return { ...unseen, payload, written: writtenOf(payload, currency), outlook: 'ask-host' }
    }
    const { seen, ...would } = await foresee(firmId, payload, await needs.quickBooksOf(firmId), needs)
    const preview = {
      payload,
      written: writtenOf(payload, currency, seen.references),
      closedUntil: seen.closedUntil,
      accounts: seen.references && accountsIn(seen.references),
    }
    switch (would.would) {
      case 'write':
        return { ...preview, outlook: would.operation }
      case 'link':
        return { ...preview, outlook: 'link', quickbooksId: would.quickbooksId }
      case 'wait':
        return { ...preview, ...outlookOf(would.lack) }
      case 'refuse':
        return { ...preview, outlook: 'refuse', reason: would.reason }
      case 'unread':
        return { ...preview, outlook: 'unknown' }
    }
  }

  async function payloadOf(issue: Issue): Promise<Payload | Outlook> {
    const read = await readPayload(issue, needs)
    switch (read.outcome) {
      case 'read':
        return read.payload
      case 'refused':
        return { outlook: 'host-refuses', error: read.error }
      case 'in-books':
        return { outlook: 'link', quickbooksId: read.quickbooksId }
      case 'waiting':
        return outlookOf((await lackOf(issue.firmId, read.dependsOn, needs)) ?? { waitingFor: 'host' })
      case 'not-kept':
        return { outlook: 'refuse', reason: 'no-payload' }
      case 'gone':
        return { outlook: 'refuse', reason: 'gone-from-host' }
      case 'unreachable':
        return { outlook: 'unknown' }
    }
  }
}

const unseen = { payload: null, written: null, closedUntil: undefined, accounts: undefined } as const

function outlookOf(lack: NonNullable<Awaited<ReturnType<typeof lackOf>>>): Outlook {
  return 'reason' in lack
    ? { outlook: 'refuse', reason: lack.reason }
    : { outlook: 'wait', waitingFor: lack.waitingFor }
}
