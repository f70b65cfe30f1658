import { type Request, type RequestHandler, Router } from 'express'
import type { Language } from '../../domain/language.ts'
import type { Problem } from '../../domain/problem.ts'
import { pageContext } from '../page-context.ts'
import { renderPage } from '../render-page.ts'
import type { Visits } from '../visits.ts'
import { MailLinkPage } from './mail-link-page.tsx'
import type { MailLinks } from './mail-links.ts'
import { PortalPage } from './portal-page.tsx'

interface Needs {
  readonly mailLinks: MailLinks
  readonly visits: Visits
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

const PATH = '/portal/mails/:firmId/:memberId/:reference'

/** The links of mails: straight to the issues for whoever is signed in, else to a link that signs in. */
export function createMailLinkPages(needs: Needs): Router {
  const { mailLinks, visits, languageOf, allowMethods, refuse, limit } = needs
  const router = Router()
  router.all(PATH, ...limit, allowMethods(['GET', 'POST']), (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })

  router.get(PATH, async (request, response) => {
    const visitor = await visits.who(request)
    if (visitor?.firmId === request.params.firmId) {
      response.redirect(303, `/firms/${visitor.firmId}/issues?lang=${languageOf(request)}`)
      return
    }
    const whose = await mailLinks.look(request.params)
    const language = languageOf(request)
    const context = { ...pageContext(language), path: request.path }
    if (whose === undefined) renderPage(response, 410, language, <PortalPage {...context} name={undefined} />)
    else renderPage(response, 200, language, <MailLinkPage {...context} name={whose.name} isSent={false} />)
  })

  router.post(PATH, async (request, response, next) => {
    if (visits.isForeign(request)) {
      refuse({ problem: 'foreign-origin' })(request, response, next)
      return
    }
    const language = languageOf(request)
    await mailLinks.send(request.params, language)
    // The same for everybody: it tells nobody who belongs to the firm.
    const page = <MailLinkPage {...pageContext(language)} path={request.path} name="" isSent />
    renderPage(response, 200, language, page)
  })
  return router
}
