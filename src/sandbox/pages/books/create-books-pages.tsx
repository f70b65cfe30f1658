import type { Request, Response, Router } from 'express'
import { languageOf } from '../../../http/language-of.ts'
import { renderPage } from '../../../web/render-page.ts'
import type { Books, Written } from '../../company/books/books.ts'
import type { Entity } from '../../company/books/entity.ts'
import type { Company } from '../../company/company.ts'
import { formRouter } from '../parts/form-router.ts'
import type { Notice } from '../parts/frame.tsx'
import type { PagesNeed } from '../parts/pages-need.ts'
import { sandboxContext } from '../parts/sandbox-context.ts'
import { wordsOfRefusal } from '../parts/words-of-refusal.ts'
import { type BooksList, booksLists } from './books-list.ts'
import { CompaniesPage } from './companies-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { ListPage } from './list-page.tsx'
import { performEntryAct } from './perform-entry-act.ts'
import { readSettings } from './read-settings.ts'
import { SettingsPage } from './settings-page.tsx'

interface Needs extends PagesNeed {
  readonly company: Company
}

/** Of a long ledger, the newest lines. */
const LEDGER_LINES = 200

/** `/sandbox/books`: what a bookkeeper does in QuickBooks, done in the sandbox's companies. */
export function createBooksPages({ company, ...needs }: Needs): Router {
  const { refuse } = needs
  const router = formRouter(needs)
  const contextOf = (request: Request) => sandboxContext(languageOf(request))
  const baseOf = ({ realmId = '' }: Record<string, string>) => `/sandbox/books/${realmId}`

  router.get('/', (request, response) => {
    const page = contextOf(request)
    const companies = company
      .realmIds()
      .map((realmId) => ({ realmId, name: company.books(realmId)?.settings.companyName ?? realmId }))
    const [only, ...others] = companies
    if (only !== undefined && others.length === 0) {
      response.redirect(303, page.href(`/sandbox/books/${only.realmId}/customers`))
      return
    }
    renderPage(response, 200, page.language, <CompaniesPage {...page} companies={companies} />)
  })

  router.use('/:realmId', (request, response, next) => {
    const books = company.books(request.params.realmId)
    if (books === undefined) refuse({ problem: 'not-found' })(request, response, next)
    else {
      response.locals.books = books
      next()
    }
  })

  router.get('/:realmId/settings', (request, response) => {
    sendSettings(request, response, 200, doneNotice(request))
  })

  router.post('/:realmId/settings', (request, response, next) => {
    const settings = readSettings(request.body)
    if (settings === undefined) {
      refuse({ problem: 'invalid-request' })(request, response, next)
      return
    }
    const written = company.person(request.params.realmId, { act: 'change-settings', settings })
    if ('refused' in written) sendSettings(request, response, 422, refusedNotice(written))
    else response.redirect(303, contextOf(request).href(`${baseOf(request.params)}/settings?done=1`))
  })

  router.get('/:realmId/ledger', (request, response) => {
    const page = contextOf(request)
    const { realmId } = request.params
    const entries = company
      .ledger()
      .filter((entry) => entry.realmId === realmId)
      .slice(-LEDGER_LINES)
      .reverse()
    renderPage(
      response,
      200,
      page.language,
      <LedgerPage {...page} base={baseOf(request.params)} entries={entries} />,
    )
  })

  router.get('/:realmId/:list', (request, response, next) => {
    const list = listOf(request.params)
    if (list === undefined) {
      next()
      return
    }
    const page = contextOf(request)
    const books = booksOf(response)
    const props = {
      ...page,
      base: baseOf(request.params),
      list,
      entities: books.all(list.entity),
      notice: doneNotice(request),
    }
    renderPage(response, 200, page.language, <ListPage {...props} company={books.settings.companyName} />)
  })

  router.get('/:realmId/:list/:id', (request, response, next) => {
    const found = entryOf(request.params, response)
    if (found === undefined) next()
    else sendEntry(request, response, 200, found, doneNotice(request))
  })

  router.post('/:realmId/:list/:id/:act', (request, response, next) => {
    const { realmId, act } = request.params
    const found = entryOf(request.params, response)
    if (found === undefined) {
      next()
      return
    }
    const form: unknown = request.body
    const written = performEntryAct({ ...(form as object | undefined), act }, { company, realmId, ...found })
    if (written === undefined) refuse({ problem: 'invalid-request' })(request, response, next)
    else if ('refused' in written) sendEntry(request, response, 422, found, refusedNotice(written))
    else {
      const { list, entity } = found
      const address = `${baseOf(request.params)}/${list.slug}${act === 'delete' ? '' : `/${entity.Id}`}`
      response.redirect(303, contextOf(request).href(`${address}?done=1`))
    }
  })
  router.use(refuse({ problem: 'not-found' }))
  return router

  function sendSettings(
    request: Request,
    response: Response,
    status: number,
    notice: Notice | undefined,
  ): void {
    const page = contextOf(request)
    const props = { ...page, base: baseOf(request.params as Record<string, string>), notice }
    renderPage(
      response,
      status,
      page.language,
      <SettingsPage {...props} settings={booksOf(response).settings} />,
    )
  }

  function sendEntry(
    request: Request,
    response: Response,
    status: number,
    { list, entity }: Found,
    notice: Notice | undefined,
  ): void {
    const page = contextOf(request)
    const books = booksOf(response)
    const props = { ...page, base: baseOf(request.params as Record<string, string>), list, entity, notice }
    const entriesOf = (name: BooksList['entity']) => books.all(name)
    renderPage(response, status, page.language, <EntryPage {...props} entriesOf={entriesOf} />)
  }

  function doneNotice(request: Request): Notice | undefined {
    return 'done' in request.query ? { done: contextOf(request).say('sandbox.books.done') } : undefined
  }
}

interface Found {
  readonly list: BooksList
  readonly entity: Entity
}

function entryOf(params: Record<string, string>, response: Response): Found | undefined {
  const list = listOf(params)
  const entity = list && booksOf(response).get(list.entity, params.id ?? '')
  return list && entity && { list, entity }
}

function listOf({ list }: Record<string, string>): BooksList | undefined {
  return booksLists.find(({ slug }) => slug === list)
}

function booksOf(response: Response): Books {
  return response.locals.books as Books
}

function refusedNotice({ refused }: Extract<Written, { readonly refused: unknown }>): Notice {
  return { refused: wordsOfRefusal(refused) }
}
