import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { adviceOn } from '../../domain/advice-on.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Guides } from '../../domain/guide.ts'
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import type { ReadEvidence } from '../../evidence/read-evidence.ts'
import { unreadReasons } from '../../evidence/unread.ts'
import type { Members } from '../../firms/members.ts'
import { diagnosisText } from '../../guides/diagnosis-text.ts'
import { explainDiagnosis } from '../../guides/explain-diagnosis.ts'
import { tellDiagnosis } from '../../guides/tell-diagnosis.ts'
import type { Issues } from '../../issues/issues.ts'
import type { Connections } from '../../quickbooks/connection/connections.ts'
import type { FirmVisits } from '../firm-visits.ts'
import { renderPage } from '../render-page.ts'
import type { Visitor, Visits } from '../visits.ts'
import type { Done } from './done.ts'
import { InboxPage } from './inbox-page.tsx'
import { readInboxQuery } from './inbox-query.ts'
import { issueContext } from './issue-context.ts'
import { IssuePage } from './issue-page.tsx'

interface Needs {
  readonly firmVisits: FirmVisits
  readonly connections: Connections | undefined
  readonly members: Members
  readonly issues: Issues
  readonly readEvidence: ReadEvidence
  /** Whether facts are read about an error, by its item's slug. */
  readonly isProbed: (item: string) => boolean
  readonly guides: Guides
  readonly visits: Visits
  readonly now: () => Date
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

const PAGE = 50
const HISTORY = 50
const BODY_LIMIT = 16 * 1024

/** The pages of a firm: the list of its issues, and each of them. */
export function createIssuePages(needs: Needs): Router {
  const { firmVisits, connections, members, issues, readEvidence, isProbed, guides, visits, now } = needs
  const { languageOf, allowMethods, refuse, limit } = needs
  const router = Router()
  const base = '/firms/:firmId/issues'
  router.all([base, `${base}/:issueId`], ...limit, allowMethods(['GET']))
  router.all([`${base}/:issueId/actions`, `${base}/:issueId/evidence`], ...limit, allowMethods(['POST']))

  router.use('/firms/:firmId', firmVisits.enter)

  router.get(base, async (request, response) => {
    const { firm, visitor, page, titleOf } = of(request, response)
    const query = readInboxQuery(request)
    const [connection, summary, found, about] = await Promise.all([
      connections?.get(firm.id),
      issues.summarize(firm.id),
      issues.list(firm.id, { ...query, sort: '-lastSeenAt', limit: PAGE }),
      typeof request.query.issue === 'string' ? issues.get(firm.id, request.query.issue) : undefined,
    ])
    const done = doneOf(request, about?.doc)
    const isCut = connection?.status === 'reconnect-needed'
    const props = { ...page, query, summary, page: found, titleOf, done, mayAct: mayAct(visitor), isCut }
    renderPage(response, 200, page.language, <InboxPage {...props} />)
  })

  router.get(`${base}/:issueId`, async (request, response, next) => {
    const { firm, visitor, page, titleOf } = of(request, response)
    const { language, say } = page
    const found = await issues.get(firm.id, request.params.issueId)
    if (found === undefined) {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const { doc: issue } = found
    const history = await issues.history(issue, { limit: HISTORY })
    const names = await namesOf(
      firm.id,
      history.flatMap(({ actor }) => (actor.type === 'member' ? [actor.id] : [])),
    )
    const { locale, timeZone } = firm
    const facts = { evidence: issue.evidence, locale, timeZone }
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
      mayAct: mayAct(visitor),
      advice: adviceOn(issue, now()),
      mayLook:
        mayAct(visitor) && issue.status === 'open' && connections !== undefined && isProbed(issue.item),
      unread: unreadReasons.find((one) => one === request.query.unread),
      done: doneOf(request, issue),
    }
    renderPage(
      response,
      200,
      language,
      <IssuePage {...props} diagnosis={explain('html')} nameOf={(id) => names.get(id)} />,
    )
  })

  router.post(
    `${base}/:issueId/actions`,
    express.urlencoded({ limit: BODY_LIMIT, extended: false }),
    async (request, response, next) => {
      const { firm, visitor, page } = of(request, response)
      const { kind, back } = request.body as Readonly<Record<string, unknown>>
      if (visits.isForeign(request)) {
        refuse({ problem: 'foreign-origin' })(request, response, next)
        return
      }
      if (!mayAct(visitor)) {
        refuse({ problem: 'forbidden' })(request, response, next)
        return
      }
      if (kind !== 'skip' && kind !== 'reopen') {
        refuse({ problem: 'invalid-request' })(request, response, next)
        return
      }
      const actor = { type: 'member', id: visitor.id, via: null } as const
      const { issueId } = request.params as { issueId: string }
      const decided = await issues.decide(firm.id, issueId, { kind, actor, note: null, ifVersion: undefined })
      if (decided.outcome === 'not-found') {
        refuse({ problem: 'not-found' })(request, response, next)
        return
      }
      // A second click finds the work done: the page shows how things stand.
      const address =
        back === 'issue'
          ? `${page.base}/${issueId}?done=${kind}`
          : `${page.base}?done=${kind}&issue=${issueId}`
      response.redirect(303, page.href(address))
    },
  )
  router.post(`${base}/:issueId/evidence`, async (request, response, next) => {
    const { firm, visitor, page } = of(request, response)
    const { issueId } = request.params
    if (visits.isForeign(request)) {
      refuse({ problem: 'foreign-origin' })(request, response, next)
      return
    }
    if (!mayAct(visitor)) {
      refuse({ problem: 'forbidden' })(request, response, next)
      return
    }
    const read = await readEvidence(firm.id, issueId)
    if (read.outcome === 'not-found') {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const why = read.outcome === 'unread' ? `?unread=${read.unread}` : ''
    response.redirect(303, `${page.href(`${page.base}/${issueId}${why}`)}#cause`)
  })

  return router

  function of(request: Request, response: Response) {
    const { firm, visitor } = firmVisits.of(response)
    const language = 'lang' in request.query ? languageOf(request) : (visitor.language ?? languageOf(request))
    const titleOf = (item: string) => guides.title(item === 'unrecognized' ? null : item, language)
    return { firm, visitor, titleOf, page: issueContext(language, firm, visitor) }
  }

  async function namesOf(firmId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = await Promise.all([...new Set(ids)].map((id) => members.get(firmId, id)))
    return new Map(known.flatMap((member) => (member === undefined ? [] : [[member.id, member.name]])))
  }
}

/** What the address says was just done, and to which issue. */
function doneOf({ query }: Request, issue: Issue | undefined): Done | undefined {
  const kind = (['skip', 'reopen'] as const).find((one) => one === query.done)
  return kind && issue && { kind, issue }
}

function mayAct({ role }: Visitor): boolean {
  return role !== 'staff'
}
