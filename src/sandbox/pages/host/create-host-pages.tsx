import type { Request, Response, Router } from 'express'
import { recordTypes } from '../../../domain/record-type.ts'
import { languageOf } from '../../../http/language-of.ts'
import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import { renderPage } from '../../../web/render-page.ts'
import type { Host } from '../../host/create-host.ts'
import type { HostRecord } from '../../host/records/host-record.ts'
import { removeService } from '../../host/records/remove-service.ts'
import { formRouter } from '../parts/form-router.ts'
import type { Notice } from '../parts/frame.tsx'
import type { PagesNeed } from '../parts/pages-need.ts'
import { sandboxContext } from '../parts/sandbox-context.ts'
import { choicesOf } from './choices-of.ts'
import { editRecord } from './edit-record.ts'
import { linkClient } from './link-client.ts'
import { noticeOfPush } from './notice-of-push.ts'
import { readHostSettings } from './read-host-settings.ts'
import { RecordPage } from './record-page.tsx'
import { RecordsPage } from './records-page.tsx'
import { HostSettingsPage } from './settings-page.tsx'

interface Needs extends PagesNeed {
  readonly host: Host
  readonly quickbooks: QuickBooks
  /** Puts the whole sandbox back to its beginning. */
  readonly reset: () => Promise<void>
}

/** `/sandbox/host`: what an admin of the firm does in the practice software. */
export function createHostPages({ host, quickbooks, reset, ...needs }: Needs): Router {
  const { store } = host
  const { refuse } = needs
  const router = formRouter(needs)
  const contextOf = (request: Request) => sandboxContext(languageOf(request))

  router.get('/', (request, response) => {
    const page = contextOf(request)
    renderPage(
      response,
      200,
      page.language,
      <RecordsPage {...page} store={store} notice={doneNotice(request)} />,
    )
  })

  router.post('/push', async (request, response) => {
    await host.pushAll()
    response.redirect(303, contextOf(request).href('/sandbox/host?done=1'))
  })

  router.post('/reset', async (request, response) => {
    await reset()
    response.redirect(303, contextOf(request).href('/sandbox/host?done=1'))
  })

  router.get('/settings', (request, response) => sendSettings(request, response, 200, doneNotice(request)))

  router.post('/settings', async (request, response) => {
    const settings = readHostSettings(request.body)
    if (settings === undefined) {
      await sendSettings(request, response, 422, incomplete(request))
      return
    }
    store.change({ settings: { ...store.settings(), ...settings } })
    response.redirect(303, contextOf(request).href('/sandbox/host/settings?done=1'))
  })

  router.get('/records/:type/:id', async (request, response, next) => {
    const record = recordOf(request.params)
    if (record === undefined) next()
    else await sendRecord(request, response, { status: 200, record, notice: doneNotice(request) })
  })

  router.post('/records/:type/:id/:act', async (request, response, next) => {
    const record = recordOf(request.params)
    if (record === undefined) {
      next()
      return
    }
    const done = await act(request.params.act, record, request)
    if (done === undefined) refuse({ problem: 'invalid-request' })(request, response, next)
    else if (done === 'kept') {
      const { type, id } = record
      response.redirect(303, contextOf(request).href(`/sandbox/host/records/${type}/${id}?done=1`))
    } else if (done === 'removed') response.redirect(303, contextOf(request).href('/sandbox/host?done=1'))
    else await sendRecord(request, response, done)
  })
  router.use(refuse({ problem: 'not-found' }))
  return router

  async function act(
    name: string | undefined,
    record: HostRecord,
    request: Request,
  ): Promise<'kept' | 'removed' | Shown | undefined> {
    const { say } = contextOf(request)
    const keep = (changed: HostRecord | undefined): 'kept' | Shown => {
      if (changed === undefined) return { status: 422, record, notice: incomplete(request) }
      store.change({ records: [changed] })
      return 'kept'
    }
    if (name === 'push') {
      const notice = noticeOfPush(await host.push(record), say)
      return { status: 200, record: recordOf(record) ?? record, notice }
    }
    if (name === 'edit') return keep(editRecord(record, request.body, store.settings().currency))
    if (name === 'link' && record.type === 'client') return keep(linkClient(record, request.body))
    if (name === 'delete' && record.type === 'service') {
      return removeService(store, record.id) === 'needed'
        ? { status: 409, record, notice: { refused: say('sandbox.host.needed') } }
        : 'removed'
    }
    return undefined
  }

  async function sendRecord(
    request: Request,
    response: Response,
    { status, record, notice }: Shown,
  ): Promise<void> {
    const page = contextOf(request)
    const customers = record.type === 'client' ? await choicesOf('Customer', quickbooks) : undefined
    const accounts = record.type === 'service' ? await choicesOf('Account', quickbooks) : undefined
    const props = { ...page, record, store, customers, accounts, notice }
    renderPage(response, status, page.language, <RecordPage {...props} />)
  }

  async function sendSettings(
    request: Request,
    response: Response,
    status: number,
    notice: Notice | undefined,
  ): Promise<void> {
    const page = contextOf(request)
    const props = { ...page, notice, accounts: await choicesOf('Account', quickbooks) }
    renderPage(response, status, page.language, <HostSettingsPage {...props} settings={store.settings()} />)
  }

  function recordOf({
    type,
    id = '',
  }: {
    readonly type?: string
    readonly id?: string
  }): HostRecord | undefined {
    const known = recordTypes.find((one) => one === type)
    return known && store.get(known, id)
  }

  function doneNotice(request: Request): Notice | undefined {
    return 'done' in request.query ? { done: contextOf(request).say('sandbox.host.done') } : undefined
  }

  function incomplete(request: Request): Notice {
    return { refused: contextOf(request).say('sandbox.host.incomplete') }
  }
}

interface Shown {
  readonly status: number
  readonly record: HostRecord
  readonly notice: Notice | undefined
}
