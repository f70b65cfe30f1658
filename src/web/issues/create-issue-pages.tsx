import { type Request, type RequestHandler, Router } from 'express'
import type { BulkActions } from '../../actions/bulk/bulk-actions.ts'
import type { Action } from '../../domain/action.ts'
import { adviceOn } from '../../domain/advice-on.ts'
import type { Guides } from '../../domain/guide.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Problem } from '../../domain/problem.ts'
import { unreadReasons } from '../../evidence/unread.ts'
import { diagnosisText } from '../../guides/diagnosis-text.ts'
import { explainDiagnosis } from '../../guides/explain-diagnosis.ts'
import { tellDiagnosis } from '../../guides/tell-diagnosis.ts'
import type { Issues } from '../../issues/issues.ts'
import type { Connections } from '../../quickbooks/connection/connections.ts'
import type { ReadLabels } from '../actions/create-read-labels.ts'
import { renderPage } from '../render-page.ts'
import type { Done } from './done.ts'
import type { FirmScenes } from './firm-scene.ts'
import { InboxPage } from './inbox-page.tsx'
import { readInboxQuery } from './inbox-query.ts'
import { IssuePage } from './issue-page.tsx'
import { mayAct } from './may-act.ts'

interface Needs {
  readonly scenes: FirmScenes
  readonly connections: Connections | undefined
  readonly issues: Issues
  readonly bulkActions: BulkActions
  /** Whether facts are read about an error, by its item's slug. */
  readonly isProbed: (item: string) => boolean
  readonly guides: Guides
  readonly readLabels: ReadLabels
  /** The page of what an action is about in QuickBooks; undefined: there is none, or nobody knows it. */
  readonly addressInQuickBooks: (issue: Issue, action: Action) => string | undefined
  readonly now: () => Date
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

const PAGE = 50
const HISTORY = 50

/** The pages of a firm: the list of its issues, and each of them. */
export function createIssuePages(needs: Needs): Router {
  const { scenes, connections, issues, bulkActions, isProbed, guides, readLabels, now } = needs
  const { addressInQuickBooks, allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues'
  router.all([base, `${base}/:issueId`], ...limit, allowMethods(['GET']), scenes.enter)

  router.get(base, async (request, response) => {
    const { firm, visitor, page, titleOf } = scenes.of(request, response)
    const query = readInboxQuery(request)
    const [connection, summary, found, about, [newest]] = await Promise.all([
      connections?.get(firm.id),
      issues.summarize(firm.id),
      issues.list(firm.id, { ...query, sort: '-lastSeenAt', limit: PAGE }),
      typeof request.query.issue === 'string' ? issues.get(firm.id, request.query.issue) : undefined,
      bulkActions.list(firm.id, undefined, 1),
    ])
    const done = doneOf(request, about?.doc)
    const isCut = connection?.status === 'reconnect-needed'
    const underWay = newest?.finishedAt === null ? newest.id : undefined
    const shown = { ...page, query, summary, page: found, titleOf, done, underWay }
    const props = { ...shown, mayAct: mayAct(visitor), isCut }
    renderPage(response, 200, page.language, <InboxPage {...props} />)
  })

  router.get(`${base}/:issueId`, async (request, response, next) => {
    const { firm, visitor, page, titleOf } = scenes.of(request, response)
    const { language, say } = page
    const found = await issues.get(firm.id, request.params.issueId)
    if (found === undefined) {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const { doc: issue } = found
    const { action } = issue
    const [history, connection, labelOf] = await Promise.all([
      issues.history(issue, { limit: HISTORY }),
      connections?.get(firm.id),
      readLabels(firm.id, [action?.waitingFor ?? null], say),
    ])
    const actors = [...history.map(({ actor }) => actor), ...(action === null ? [] : [action.actor])]
    const members = actors.flatMap(({ type, id }) => (type === 'member' ? [id] : []))
    const names = await scenes.namesOf(firm.id, members)
    const facts = { evidence: issue.evidence, locale: firm.locale, timeZone: firm.timeZone }
    const explain = (format: 'html' | 'text') =>
      explainDiagnosis(guides, issue.diagnosis, { language, format, facts })
    const told = tellDiagnosis(explain('html'), say, ({ slug }) => titleOf(slug))
    const ticket = [`${issue.record.label} (${issue.id})`, diagnosisText(told, explain('text'), say)].join(
      '\n\n',
    )
    const props = {
      ...page,
      issue,
      told,
      ticket,
      history,
      titleOf,
      labelOf,
      role: visitor.role,
      now: now(),
      advice: adviceOn(issue, now()),
      mayLook:
        mayAct(visitor) && issue.status === 'open' && connections !== undefined && isProbed(issue.item),
      unread: unreadReasons.find((one) => one === request.query.unread),
      company: connection?.companyName ?? null,
      inQuickBooks: action === null ? undefined : addressInQuickBooks(issue, action),
      done: doneOf(request, issue),
    }
    renderPage(
      response,
      200,
      language,
      <IssuePage {...props} diagnosis={explain('html')} nameOf={(id) => names.get(id)} />,
    )
  })
  return router
}

/** What the address says was just done, and to which issue. */
function doneOf({ query }: Request, issue: Issue | undefined): Done | undefined {
  const kind = (['skip', 'reopen'] as const).find((one) => one === query.done)
  return kind && issue && { kind, issue }
}
