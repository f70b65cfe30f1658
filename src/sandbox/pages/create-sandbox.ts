import { Router } from 'express'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { Company } from '../company/company.ts'
import type { Host } from '../host/create-host.ts'
import { createBooksPages } from './books/create-books-pages.tsx'
import { createMailPages } from './mail/create-mail-pages.tsx'
import type { SandboxMails } from './mail/sandbox-mails.ts'
import { createHostPages } from './host/create-host-pages.tsx'
import type { PagesNeed } from './parts/pages-need.ts'

interface Needs extends PagesNeed {
  readonly company: Company
  readonly host: Host
  readonly quickbooks: QuickBooks
  /** Undefined: mails go to a mail server. */
  readonly mails: SandboxMails | undefined
  /** Puts books and records back to their beginning. */
  readonly reset: () => Promise<void>
}

/** The whole sandbox, to be mounted at the root: what clients of QuickBooks meet, what SyncDoctor calls, and the pages. */
export function createSandbox({ company, host, quickbooks, mails, reset, ...need }: Needs): Router {
  const router = Router()
  router.use(['/_sandbox', '/_host'], (request, response, next) => {
    // Programs name no origin; pages of other sites cannot help it.
    const isOfPage = request.headers.origin !== undefined
    if (isOfPage && need.isForeign(request))
      need.refuse({ problem: 'foreign-origin' })(request, response, next)
    else next()
  })
  router.post('/_sandbox/reset', (_request, _response, next) => {
    // Records that name what is no longer in the books would be of no use.
    host.store.clear()
    next()
  })
  router.use(company.router)
  router.use(host.routes)
  router.use('/sandbox/books', createBooksPages({ company, ...need }))
  router.use('/sandbox/mail', createMailPages({ mails, ...need }))
  router.use('/sandbox/host', createHostPages({ host, quickbooks, reset, ...need }))
  return router
}
