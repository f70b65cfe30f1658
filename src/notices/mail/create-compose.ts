import type { Action } from '../../domain/action.ts'
import type { Actor } from '../../domain/actor.ts'
import type { Issue } from '../../domain/issue.ts'
import type { ConnectionNotice } from '../../domain/notice.ts'
import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'
import { foldNotices, type IssueNews } from './fold-notices.ts'
import { groupByCause, namedRecord } from './group-by-cause.ts'
import type { ConnectionNews, Doer, MailContent, SettledRecord } from './mail-content.ts'

/** How a firm's connection stands. */
export interface ConnectionState {
  readonly status: 'connected' | 'reconnect-needed' | 'disconnected'
  readonly refreshExpiresAt: string
  readonly hardExpiresAt: string | null
}

interface Needs {
  readonly log: NoticeLog
  readonly issueOf: (firmId: string, issueId: string) => Promise<Issue | undefined>
  readonly actionOf: (issue: Issue, actionId: string) => Promise<Action | undefined>
  /** A firm's issues that have been open since before a moment. */
  readonly staleOf: (firmId: string, before: string) => Promise<readonly Issue[]>
  readonly countOpen: (firmId: string) => Promise<number>
  readonly nameOf: (firmId: string, memberId: string) => Promise<string | undefined>
  /** Undefined: the firm was never connected. */
  readonly connectionOf: (firmId: string) => Promise<ConnectionState | undefined>
  readonly now: () => Date
}

interface Wanted {
  readonly firmId: string
  /** The place up to which somebody was told. */
  readonly after: number
  /** No further than this; undefined: as far as the log goes. */
  readonly until: number | undefined
  /** What was logged before is not for them; null: all is. */
  readonly since: string | null
  readonly remind: boolean
}

export interface Composed {
  /** Null: there is nothing to say. */
  readonly content: MailContent | null
  /** The last place that was read. */
  readonly until: number
  /** How many issues of the firm are open now. */
  readonly open: number
}

export type Compose = (wanted: Wanted) => Promise<Composed>

const PAGE = 500
/** What is beyond comes with the next mail. */
const MOST = 20_000
const DAY = 24 * 60 * 60 * 1000

/** Reads what somebody is to be told, and looks at it as it is now: what has been seen to meanwhile is no news. */
export function createCompose(needs: Needs): Compose {
  const { log, issueOf, actionOf, staleOf, countOpen, nameOf, connectionOf, now } = needs

  async function read({ firmId, after, until = Infinity }: Wanted): Promise<readonly LoggedNotice[]> {
    const entries: LoggedNotice[] = []
    let place = after
    while (place < until && entries.length < MOST) {
      const page = await log.after(firmId, place, PAGE)
      entries.push(...page.filter((entry) => Number(entry.place) <= until))
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      place = Number(last.place)
    }
    return entries
  }

  async function doer(firmId: string, actor: Actor): Promise<Doer> {
    const name = actor.type === 'member' ? await nameOf(firmId, actor.id) : undefined
    return { actor, name: name ?? null }
  }

  async function settledRecord(issue: Issue, { last }: IssueNews): Promise<SettledRecord> {
    const { actor, actionId } = last.issue
    const action = actionId === null ? undefined : await actionOf(issue, actionId)
    const how =
      last.type === 'issue.deleted'
        ? 'deleted'
        : action === undefined
          ? 'synced'
          : action.outcome === 'linked'
            ? 'linked'
            : 'resynced'
    return { ...namedRecord(issue), how, by: await doer(issue.firmId, actor) }
  }

  async function connectionNews(notice: ConnectionNotice): Promise<ConnectionNews | null> {
    const { companyName, endsAt, actor } = notice.connection
    const state = await connectionOf(notice.firmId)
    if (notice.type === 'connection.lost') {
      if (state?.status === 'connected') return null
      return {
        state: 'lost',
        companyName,
        by: actor.type === 'system' ? null : await doer(notice.firmId, actor),
      }
    }
    if (state === undefined || state.status !== 'connected') return null
    const ends = [state.refreshExpiresAt, state.hardExpiresAt ?? state.refreshExpiresAt].toSorted()[0]
    // It was renewed since.
    if (ends === undefined || ends > endsAt) return null
    const daysLeft = Math.max(0, Math.floor((Date.parse(endsAt) - now().getTime()) / DAY))
    return { state: 'ending', companyName, endsAt, daysLeft }
  }

  return async (wanted) => {
    const { firmId, since, remind, after } = wanted
    const entries = await read(wanted)
    const { issues, connection, endpoints } = foldNotices(
      entries.filter(({ loggedAt }) => since === null || loggedAt >= since),
    )
    const arisen: { issue: Issue; arose: IssueNews['arose'] }[] = []
    const settled: SettledRecord[] = []
    let waiting = 0
    let passing = 0
    for (const [issueId, news] of issues) {
      const issue = await issueOf(firmId, issueId)
      // Where it is no longer as the log tells, what became of it is told next; of what is skipped, nothing is.
      if (issue === undefined || issue.status !== statusAfter(news)) continue
      if (issue.status === 'open') {
        if (news.waits && issue.told?.waitsForConnection === true) waiting += 1
        if (news.arose !== null && !isAsBefore(issue, news)) arisen.push({ issue, arose: news.arose })
      } else if (isNew(news.first)) {
        passing += 1
      } else {
        settled.push(await settledRecord(issue, news))
      }
    }
    const isNews = new Set(arisen.map(({ issue }) => issue.id))
    const stale = remind ? await staleOf(firmId, new Date(now().getTime() - DAY).toISOString()) : []
    const open = await countOpen(firmId)
    const content: MailContent = {
      news: groupByCause(arisen),
      waiting,
      connection: connection === undefined ? null : await connectionNews(connection),
      endpoints: [...endpoints.values()].map(({ endpoint }) => endpoint),
      settled,
      passing,
      stale: groupByCause(stale.filter(({ id }) => !isNews.has(id)).map((issue) => ({ issue, arose: null }))),
      open,
    }
    return {
      content: isWorthAMail(content) ? content : null,
      until: Number(entries.at(-1)?.place ?? after),
      open,
    }
  }
}

/** What failed and went through by itself is told beside what did not; alone it is nobody's business. */
function isWorthAMail({ news, waiting, connection, endpoints, settled, stale }: MailContent): boolean {
  return (
    waiting > 0 || connection !== null || [news, endpoints, settled, stale].some(({ length }) => length > 0)
  )
}

/** It got another cause, and then the one again that was told before. */
function isAsBefore({ item }: Issue, { first, arose }: IssueNews): boolean {
  return arose === 'issue.cause-changed' && first.issue.formerItem === item
}

function isNew({ type }: IssueNews['first']): boolean {
  return type === 'issue.opened' || type === 'issue.reopened'
}

function statusAfter({ last }: IssueNews): Issue['status'] {
  switch (last.type) {
    case 'issue.resolved':
      return 'resolved'
    case 'issue.deleted':
      return 'deleted'
    case 'issue.opened':
    case 'issue.reopened':
    case 'issue.cause-changed':
    case 'issue.waiting-for-reconnect':
      return 'open'
  }
}
