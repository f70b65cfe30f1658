import type { Router } from 'express'
import { languageOf } from '../../../http/language-of.ts'
import { renderPage } from '../../../web/render-page.ts'
import { formRouter } from '../parts/form-router.ts'
import type { PagesNeed } from '../parts/pages-need.ts'
import { sandboxContext } from '../parts/sandbox-context.ts'
import { MailPage } from './mail-page.tsx'
import { MailsPage } from './mails-page.tsx'
import type { SandboxMails } from './sandbox-mails.ts'

interface Needs extends PagesNeed {
  /** Undefined: they go to a mail server. */
  readonly mails: SandboxMails | undefined
}

/** More than these nobody looks at. */
const NEWEST = 50

/** What a mail may do in its frame: have its own looks, and nothing else. */
const CONFINED =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

/** `/sandbox/mail`: the mails to people of the demo firm. */
export function createMailPages({ mails, ...needs }: Needs): Router {
  const { refuse } = needs
  const router = formRouter(needs)

  router.get('/', async (request, response) => {
    const page = sandboxContext(languageOf(request))
    const newest = await mails?.newest(NEWEST)
    renderPage(response, 200, page.language, <MailsPage {...page} mails={newest} />)
  })

  router.get('/:id', async (request, response, next) => {
    const mail = await mails?.read(request.params.id)
    const page = sandboxContext(languageOf(request))
    if (mail === undefined) refuse({ problem: 'not-found' })(request, response, next)
    else renderPage(response, 200, page.language, <MailPage {...page} mail={mail} />)
  })

  router.get('/:id/html', async (request, response, next) => {
    const mail = await mails?.read(request.params.id)
    if (mail === undefined) refuse({ problem: 'not-found' })(request, response, next)
    else {
      response
        .set({ 'Content-Security-Policy': CONFINED, 'X-Frame-Options': 'SAMEORIGIN' })
        .type('html')
        .send(mail.html)
    }
  })
  return router
}
