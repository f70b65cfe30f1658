import { type Request, type RequestHandler, Router } from 'express'
import type { Portal } from '../../access/portal.ts'
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import { pageContext } from '../page-context.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import { PortalPage } from './portal-page.tsx'

interface Needs {
  readonly portal: Portal
  readonly visits: Visits
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** Signing in by a link of the host, and signing out. */
export function createPortalPages({
  portal,
  visits,
  languageOf,
  allowMethods,
  refuse,
  limit,
}: Needs): Router {
  const router = Router()
  router.all('/portal/:token', ...limit, allowMethods(['GET', 'POST']))
  router.all('/sign-out', ...limit, allowMethods(['POST']))

  router.get('/portal/:token', async (request, response) => {
    const looked = await portal.look(request.params.token)
    const language = wanted(request, looked?.language ?? looked?.member.language)
    response.set('Cache-Control', 'no-store')
    const page = <PortalPage {...pageContext(language)} path={request.path} name={looked?.member.name} />
    renderPage(response, looked === undefined ? 410 : 200, language, page)
  })

  router.post('/portal/:token', async (request, response, next) => {
    if (visits.isForeign(request)) {
      refuse({ problem: 'foreign-origin' })(request, response, next)
      return
    }
    const session = await portal.signIn(request.params.token)
    const language = wanted(request, session?.language)
    if (session === undefined) {
      renderPage(
        response,
        410,
        language,
        <PortalPage {...pageContext(language)} path={request.path} name={undefined} />,
      )
      return
    }
    visits.begin(response, session.token)
    response.redirect(303, `/firms/${session.firmId}/issues?lang=${language}`)
  })

  router.post('/sign-out', async (request, response, next) => {
    const principal = await visits.who(request)
    if (principal === undefined || visits.isForeign(request)) {
      refuse({ problem: principal === undefined ? 'unauthenticated' : 'foreign-origin' })(
        request,
        response,
        next,
      )
      return
    }
    await portal.signOut(principal.sessionId)
    visits.end(response)
    response.redirect(303, `/?lang=${languageOf(request)}`)
  })
  return router

  /** The language asked for in the address, else that of the link, else that of the browser. */
  function wanted(request: Request, ofLink: Language | null | undefined): Language {
    return 'lang' in request.query ? languageOf(request) : (ofLink ?? languageOf(request))
  }
}
