import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Language } from '../../domain/language.ts'
import type { Member } from '../../domain/member.ts'
import { noticeFrequencies } from '../../domain/notice-frequency.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Members } from '../../firms/members.ts'
import type { FirmVisits } from '../firm-visits.ts'
import { formField } from '../form-field.ts'
import { issueContext } from '../issues/issue-context.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import { NoticesPage } from './notices-page.tsx'

interface Needs {
  readonly members: Members
  readonly firmVisits: FirmVisits
  readonly visits: Visits
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

const PATH = '/firms/:firmId/notices'
const BODY_LIMIT = 1024

/** Where members say how often they want to be mailed. */
export function createNoticesPages(needs: Needs): Router {
  const { members, firmVisits, visits, languageOf, allowMethods, refuse, limit } = needs
  const router = Router()
  router.all(PATH, ...limit, allowMethods(['GET', 'POST']), firmVisits.enter)

  router.get(PATH, async (request, response, next) => {
    const { firm, visitor } = firmVisits.of(response)
    const member = await members.get(firm.id, visitor.id)
    if (member === undefined) {
      refuse({ problem: 'unauthenticated' })(request, response, next)
      return
    }
    const language = 'lang' in request.query ? languageOf(request) : (visitor.language ?? languageOf(request))
    const page = issueContext(language, firm, visitor)
    const done = request.query.done === 'saved'
    renderPage(
      response,
      200,
      language,
      <NoticesPage {...page} path={request.path} member={member} done={done} />,
    )
  })

  router.post(
    PATH,
    express.urlencoded({ limit: BODY_LIMIT, extended: false }),
    async (request, response, next) => {
      const problem = await save(request, response)
      if (problem !== undefined) refuse(problem)(request, response, next)
      else response.redirect(303, `${request.path}?done=saved&lang=${languageOf(request)}`)
    },
  )
  return router

  async function save(request: Request, response: Response): Promise<Problem | undefined> {
    const { firm, visitor } = firmVisits.of(response)
    if (visits.isForeign(request)) return { problem: 'foreign-origin' }
    const wanted = formField(request.body, 'notices')
    const frequency = noticeFrequencies.find((one) => one === wanted)
    if (frequency === undefined) return { problem: 'not-found' }
    if (visitor.role === 'staff') return { problem: 'forbidden' }
    const saved: Member | undefined = await members.setFrequency(firm.id, visitor.id, frequency)
    return saved === undefined ? { problem: 'unauthenticated' } : undefined
  }
}
