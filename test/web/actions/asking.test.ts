import { describe, expect, it } from '@jest/globals'
import { type Language, languages } from '../../../src/domain/language.ts'
import { type MessageKey, type MessageValues, translate } from '../../../src/messages/translate.ts'
import { invoice, serviceWithBooks } from '../../support/issue-in-books.ts'
import { sessionOf } from '../../support/tenant.ts'

const { service, sandbox, anIssue } = await serviceWithBooks()
const { pages } = service

const says = (key: MessageKey, values?: MessageValues, language: Language = 'en') =>
  translate(language)(key, values).replace(/\s+/gu, ' ')
const theInvoice = (inBooks: readonly { readonly [member: string]: unknown }[]) =>
  inBooks.filter(({ DocNumber }) => DocNumber === '1781')

describe('the page before a resync', () => {
  it.each(languages)(
    'says in "%s" what would be written, where to, and what nobody checked',
    async (lang) => {
      const { read } = await anIssue()
      const page = await read('/resync', 'owner', { lang })
      for (const [key, values] of [
        ['confirm.resync.title', { label: 'Invoice 1781' }],
        ['confirm.write', { operation: 'create' }],
        ['confirm.company'],
        ['confirm.accounts'],
        ['confirm.period.open'],
        ['confirm.unchecked.bank'],
        ['confirm.unchecked.person'],
        ['confirm.dependents', { count: 0 }],
        ['confirm.resync'],
      ] as const) {
        expect(page).toContain(says(key, values, lang))
      }
      // The books' own names: of the client, of the account behind the item, of the company.
      for (const name of ['Cool Cars', 'Landscaping Services', '1781', 'Craig']) expect(page).toContain(name)
    },
  )

  it('says that the cause still stands, once the books were read', async () => {
    const { read, realmId } = await anIssue()
    sandbox.company.write(realmId, {
      operation: 'create',
      entity: 'Invoice',
      body: { ...invoice, CustomerRef: { value: '1' } },
    })
    const page = await read('/resync')
    expect(page).toContain(says('cause.cause-stands'))
    expect(page).toContain(says('confirm.refused'))
    expect(page).toContain(says('reason.number-taken'))
  })

  it('tells that the record is in the books already, and would be linked', async () => {
    const { read, realmId } = await anIssue()
    sandbox.company.write(realmId, { operation: 'create', entity: 'Invoice', body: invoice })
    const [written] = theInvoice(sandbox.company.books(realmId)?.all('Invoice') ?? [])
    expect(await read('/resync')).toContain(says('confirm.linked', { id: String(written?.Id) }))
  })

  it('tells that its day is in closed books', async () => {
    const { read, realmId } = await anIssue()
    sandbox.company.person(realmId, { act: 'change-settings', settings: { bookCloseDate: '2026-03-31' } })
    const page = await read('/resync')
    expect(page).toContain(says('reason.books-closed'))
    expect(page).toContain(says('confirm.period.closed', { date: 'Mar 31, 2026' }))
  })

  it('says so where the books cannot be read', async () => {
    const { read } = await anIssue({ isConnected: false })
    const page = await read('/resync')
    expect(page).toContain(says('cause.unread.connection'))
    expect(page).toContain(says('confirm.unread'))
    expect(page).toContain(says('confirm.unchecked.books'))
    expect(page).toContain(says('confirm.company.unknown'))
  })

  it('says so where nobody kept what was sent', async () => {
    const { read } = await anIssue({ payload: undefined })
    expect(await read('/resync')).toContain(says('reason.no-payload'))
  })

  it('offers nothing where nothing is possible', async () => {
    const { post, ask } = await anIssue()
    await post('/actions', { kind: 'skip', back: 'issue' })
    const { text } = await ask('/resync')
    expect(text).toContain(says('reason.not-open'))
    expect(text).not.toContain('name="form"')
  })

  it('is for those who may act', async () => {
    const { ask } = await anIssue()
    for (const way of ['/resync', '/link', '/delete']) {
      expect((await ask(way, 'staff')).status).toBe(403)
      expect((await ask(way, 'admin')).status).toBe(200)
    }
  })
})

describe('a form of such a page', () => {
  it('asks for one action, however often it is sent', async () => {
    const { post, issue, work, inBooks } = await anIssue()
    const fields = { kind: 'resync', form: 'f-1' }
    const answers = await Promise.all([1, 2, 3].map(() => post('/actions', fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    await work()
    const done = await issue()
    expect(done).toMatchObject({ status: 'resolved', action: { state: 'succeeded', outcome: 'created' } })
    expect((await post('/actions', fields)).status).toBe(303)
    await work()
    expect((await issue()).action?.id).toBe(done.action?.id)
    expect(theInvoice(inBooks('Invoice'))).toHaveLength(1)
  })

  it('sent again after a refusal asks for nothing new; a new form does', async () => {
    const { post, issue, work, realmId } = await anIssue()
    sandbox.company.person(realmId, { act: 'change-settings', settings: { bookCloseDate: '2026-03-31' } })
    await post('/actions', { kind: 'resync', form: 'f-1' })
    await work()
    expect((await issue()).action).toMatchObject({ state: 'refused', reason: 'books-closed' })
    const first = (await issue()).action?.id
    await post('/actions', { kind: 'resync', form: 'f-1' })
    expect((await issue()).action?.id).toBe(first)
    await post('/actions', { kind: 'resync', form: 'f-2' })
    expect((await issue()).action).toMatchObject({ state: 'queued' })
    expect((await issue()).action?.id).not.toBe(first)
  })

  it('is refused from another site, to the staff, and where it says nothing that can be done', async () => {
    const { post, issue } = await anIssue()
    const fields = { kind: 'resync', form: 'f-1' }
    const foreign = await post('/actions', fields, 'owner', { 'Sec-Fetch-Site': 'cross-site' })
    expect(foreign.status).toBe(403)
    expect((await post('/actions', fields, 'staff')).status).toBe(403)
    const nonsense: readonly Record<string, string>[] = [
      { kind: 'resync' },
      { kind: 'resync', form: '../..' },
      { kind: 'link', form: 'f-1' },
      { kind: 'link', form: 'f-1', quickbooksId: "1' or '1'='1" },
      { kind: 'explode', form: 'f-1' },
    ]
    for (const broken of nonsense) {
      expect((await post('/actions', broken)).status).toBe(400)
    }
    expect((await issue()).action).toBeNull()
  })

  it('leads to nothing in another firm', async () => {
    const mine = await anIssue()
    const { id, issue } = await anIssue()
    const elsewhere = mine.address.replace(mine.id, id)
    const headers = await mine.as('owner')
    const sent = pages.post(`${elsewhere}/actions`).type('form').set(headers)
    expect((await sent.send({ kind: 'resync', form: 'f-1' })).status).toBe(404)
    expect((await issue()).action).toBeNull()
  })
})

describe('a link', () => {
  it('is looked up and compared before, and writes nothing', async () => {
    const { read, post, issue, work, realmId, inBooks } = await anIssue()
    sandbox.company.write(realmId, {
      operation: 'create',
      entity: 'Invoice',
      body: { ...invoice, DocNumber: '1781-B' },
    })
    const known = inBooks('Invoice').find(({ DocNumber }) => DocNumber === '1781-B')
    const quickbooksId = String(known?.Id)
    const compared = await read('/link', 'owner', { quickbooksId })
    expect(compared).toContain(says('link.compare', { label: 'Invoice 1781' }))
    for (const fact of ['1781-B', 'Cool Cars', 'Northwind LLC']) expect(compared).toContain(fact)
    const before = inBooks('Invoice').length
    await post('/actions', { kind: 'link', form: 'f-1', quickbooksId })
    await work()
    expect(await issue()).toMatchObject({
      status: 'resolved',
      quickbooksId,
      action: { state: 'succeeded', outcome: 'linked', tries: [] },
    })
    expect(inBooks('Invoice')).toHaveLength(before)
    expect(await read()).toContain(says('progress.linked'))
  })

  it('has what the error itself names filled in', async () => {
    const { ask } = await anIssue()
    const { text } = await ask('/link')
    expect(text).toContain('value="3188"')
    expect(text).toContain(says('link.none', { id: '3188' }))
  })

  it('is what helps, with its id filled in, where the facts say that the record is in the books', async () => {
    const { id, firmId, ask, realmId } = await anIssue()
    sandbox.company.write(realmId, { operation: 'create', entity: 'Invoice', body: invoice })
    expect((await ask('')).text).not.toContain('class="button primary"')
    await service.pages
      .post(`/firms/${firmId}/issues/${id}/evidence`)
      .set(await sessionOf(service, 'owner', firmId))
    const { text } = await ask('')
    expect(text).toMatch(/class="button primary" href="[^"]*\/link\?/u)
    const [written] = theInvoice(sandbox.company.books(realmId)?.all('Invoice') ?? [])
    expect((await ask('/link')).text).toContain(`value="${String(written?.Id)}"`)
  })

  it('tells what is no id, and what nothing has', async () => {
    const { read, ask } = await anIssue()
    expect(await read('/link', 'owner', { quickbooksId: '12x' })).toContain(says('link.id.wrong'))
    expect(await read('/link', 'owner', { quickbooksId: '99999' })).toContain(
      says('link.none', { id: '99999' }),
    )
    expect((await ask('/link', 'owner', { quickbooksId: '99999' })).text).not.toContain('name="form"')
  })
})

describe('deleting a service', () => {
  const failedService = {
    record: {
      type: 'service',
      id: 'svc_1',
      label: 'Year-end  review',
      url: null,
      money: null,
      date: null,
      client: null,
    },
    error:
      "Invalid account type used : Invalid account type: can't associate a product or service with accounts of this type",
    entity: 'Item',
  } as const

  it('wants the name of the service typed', async () => {
    const { post, issue, work, read } = await anIssue(failedService)
    expect(await read('/delete')).toContain(says('delete.noHost'))
    const wrong = await post('/actions', { kind: 'delete', form: 'f-1', name: 'Year-end' })
    expect([wrong.status, wrong.text.includes(says('delete.name.wrong'))]).toEqual([400, true])
    expect((await issue()).action).toBeNull()
    await post('/actions', { kind: 'delete', form: 'f-2', name: ' year-end review' })
    expect((await issue()).action).toBeNull()
    await post('/actions', { kind: 'delete', form: 'f-2', name: ' Year-end review ' })
    await work()
    expect(await issue()).toMatchObject({
      status: 'deleted',
      action: { outcome: 'deleted', reason: 'by-hand' },
    })
    expect(await read()).toContain(says('reason.by-hand'))
  })

  it('is there for services alone', async () => {
    const { read, post, issue } = await anIssue()
    expect(await read('/delete')).toContain(says('reason.not-for-this-error'))
    await post('/actions', { kind: 'delete', form: 'f-1', name: 'Invoice 1781' })
    expect((await issue()).action).toBeNull()
  })
})
