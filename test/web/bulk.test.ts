import { describe, expect, it } from '@jest/globals'
import { type Language, languages } from '../../src/domain/language.ts'
import type { MemberRole } from '../../src/domain/role.ts'
import { type MessageKey, type MessageValues, translate } from '../../src/messages/translate.ts'
import { startService } from '../support/api-client.ts'
import { addInboxFirm, type Trouble } from '../support/inbox-firm.ts'
import { textOf } from '../support/issue-in-books.ts'
import { sessionOf } from '../support/tenant.ts'
import { workAt } from '../support/work-at.ts'

const service = await startService()
const { stores, pages } = service
let firms = 0

const says = (key: MessageKey, values?: MessageValues, language: Language = 'en') =>
  translate(language)(key, values).replace(/\s+/gu, ' ')

const client: Trouble = {
  row: 2,
  record: { type: 'client', id: 'c_1', label: 'Café Léa', money: null, client: null },
}
const invoices: readonly Trouble[] = ['1781', '1782'].map((number) => ({
  row: 4,
  record: {
    type: 'invoice',
    id: `inv_${number}`,
    label: `Invoice ${number}`,
    client: { id: 'c_1', name: 'Café Léa' },
  },
}))

/** A firm with a client and two invoices of it that failed; the service is connected to nothing. */
async function aFirm(troubles: readonly Trouble[] = [...invoices, client]) {
  const firmId = `firm${(firms += 1)}`
  await addInboxFirm(stores, firmId, troubles)
  const base = `/firms/${firmId}/issues`
  const as = async (role: MemberRole) => ({
    ...(await sessionOf(service, role, firmId)),
    Accept: 'text/html',
  })
  const { issues } = await stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 50 })
  const idOf = (label: string) => issues.find(({ doc }) => doc.record.label === label)?.doc.id ?? ''
  const get = async (way: string, role: MemberRole = 'owner', lang: Language = 'en') =>
    pages
      .get(`${base}${way}`)
      .query({ lang })
      .set(await as(role))
  const post = async (
    way: string,
    fields: Record<string, string>,
    role: MemberRole = 'owner',
    headers: Record<string, string> = {},
  ) =>
    pages
      .post(`${base}${way}`)
      .type('form')
      .send(fields)
      .set({ ...(await as(role)), ...headers })
  return {
    firmId,
    base,
    ids: issues.map(({ doc }) => doc.id),
    idOf,
    get,
    post,
    status: async (label: string) => (await stores.issues.get(firmId, idOf(label)))?.doc.status,
    work: () => workAt(stores, () => new Date()),
  }
}

const chosen = (kind: string, ids: readonly string[]) =>
  `/bulk?do=${kind}&${ids.map((id) => `issue=${id}`).join('&')}`

describe('the preview of what is done about several records', () => {
  it.each(languages)('tells in "%s" what would happen to each, and in which order', async (language) => {
    const { get, ids } = await aFirm()
    const { status, text } = await get(chosen('skip', ids), 'owner', language)
    const page = textOf(text)
    expect(status).toBe(200)
    expect(page).toContain(says('bulk.title.skip', { count: 3 }, language))
    expect(page).toContain(says('bulk.forecast', undefined, language))
    expect(page).toContain(says('bulk.start.skip', { count: 3 }, language))
    const [first, ...rest] = ['Café Léa', 'Invoice 1781', 'Invoice 1782'].map((label) =>
      text.indexOf(`>${label}<`),
    )
    expect(first).toBeGreaterThan(0)
    expect(Math.min(...rest)).toBeGreaterThan(first ?? Infinity)
  })

  it('leaves out what cannot be done, and says why', async () => {
    const { get, ids, idOf } = await aFirm()
    const { text } = await get(chosen('resync', ids))
    expect(textOf(text)).toContain(says('reason.no-payload'))
    expect(textOf(text)).toContain(says('bulk.start.resync', { count: 1 }))
    const [, posted = ''] = /name="issues" value="([^"]*)"/u.exec(text) ?? []
    expect(posted).toBe(idOf('Café Léa'))
  })

  it('is about all that fit the filters, beyond what a page shows', async () => {
    const { get } = await aFirm()
    const some = textOf((await get('/bulk?do=all-skip&recordType=invoice')).text)
    expect(some).toContain(says('bulk.title.skip', { count: 2 }))
    const { text } = await get('/bulk?do=all-skip&search=1782')
    expect(textOf(text)).toContain(says('bulk.title.skip', { count: 1 }))
    // The other language is about the same.
    expect(text).toContain('search=1782&amp;lang=fr')
  })

  it('says so where nothing was chosen, and is nothing without a wish', async () => {
    const { get } = await aFirm()
    const none = await get('/bulk?do=resync')
    expect([none.status, textOf(none.text).includes(says('bulk.none'))]).toEqual([400, true])
    expect((await get('/bulk?do=resync&issue=..%2F..&issue=iss_gone')).status).toBe(400)
    expect((await get('/bulk')).status).toBe(404)
    expect((await get('/bulk?do=delete&issue=x')).status).toBe(404)
  })

  it('and the start are for those who may act, on our own pages', async () => {
    const { get, post, ids, status } = await aFirm()
    const fields = { kind: 'skip', form: 'f-1', issues: ids.join(' ') }
    expect((await get(chosen('skip', ids), 'staff')).status).toBe(403)
    expect((await post('/bulk', fields, 'staff')).status).toBe(403)
    expect((await post('/bulk', fields, 'owner', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await post('/bulk', { ...fields, kind: 'delete' })).status).toBe(400)
    expect((await post('/bulk', { ...fields, form: '' })).status).toBe(400)
    expect((await post('/bulk', { ...fields, issues: 'iss_gone' })).status).toBe(400)
    expect(await status('Café Léa')).toBe('open')
  })
})

describe('what is done about several records', () => {
  it('is started once by a form, however often it is sent, and told record by record', async () => {
    const { firmId, get, post, ids, work, status } = await aFirm()
    const fields = { kind: 'skip', form: 'f-1', issues: ids.join(' ') }
    const [first, again] = await Promise.all([post('/bulk', fields), post('/bulk', fields)])
    expect(first.status).toBe(303)
    expect(again.headers.location).toBe(first.headers.location)
    expect(await stores.bulkActions.list(firmId, undefined, 10)).toHaveLength(1)
    const way = new URL(String(first.headers.location), 'http://x').pathname.split('/issues')[1] ?? ''

    const before = await get(way, 'staff')
    expect(before.text).toContain('data-under-way="true"')
    expect(before.text).toMatch(/<progress max="3" value="0"/u)
    expect(before.text).not.toContain(says('bulk.cancel.means'))
    expect(textOf((await get('')).text)).toContain(says('bulk.underWay'))

    await work()
    const after = await get(way)
    expect(after.text).toMatch(/<progress max="3" value="3"/u)
    expect(after.text).toContain('data-under-way="false"')
    expect(textOf(after.text)).toContain(says('bulk.finished', { total: 3 }))
    expect(await status('Café Léa')).toBe('skipped')
    expect(textOf((await get('')).text)).not.toContain(says('bulk.underWay'))
  })

  it('can be cancelled while it waits', async () => {
    const { firmId, get, post, idOf, work, status } = await aFirm()
    await post('/bulk', { kind: 'resync', form: 'f-1', issues: idOf('Café Léa') })
    const [bulk] = await stores.bulkActions.list(firmId, undefined, 1)
    const way = `/bulk/${bulk?.id}`
    expect((await post(`${way}/cancel`, {}, 'staff')).status).toBe(403)
    expect(textOf((await get(way)).text)).toContain(says('bulk.cancel'))
    expect((await post(`${way}/cancel`, {})).status).toBe(303)
    expect(textOf((await get(way)).text)).toContain(says('bulk.cancelling'))
    await work()
    const page = textOf((await get(way)).text)
    expect(page).toContain(says('bulk.cancelled'))
    expect(page).toContain(says('reason.cancelled'))
    expect(await status('Café Léa')).toBe('open')
  })

  it('is nothing to other firms', async () => {
    const mine = await aFirm()
    await mine.post('/bulk', { kind: 'skip', form: 'f-1', issues: mine.ids.join(' ') })
    const [bulk] = await stores.bulkActions.list(mine.firmId, undefined, 1)
    const { get, post } = await aFirm([])
    expect((await get(`/bulk/${bulk?.id}`)).status).toBe(404)
    expect((await post(`/bulk/${bulk?.id}/cancel`, {})).status).toBe(404)
    expect((await post('/bulk', { kind: 'skip', form: 'f-1', issues: mine.ids.join(' ') })).status).toBe(400)
  })
})

describe('the inbox', () => {
  it('has boxes to choose by for those who may act, where something can be done', async () => {
    const { get, post, idOf } = await aFirm()
    expect((await get('')).text.match(/name="issue"/gu)).toHaveLength(3)
    expect((await get('', 'staff')).text).not.toContain('name="issue"')
    await post(`/${idOf('Café Léa')}/actions`, { kind: 'skip' })
    expect((await get('?status=skipped')).text).not.toContain('name="issue"')
    expect(textOf((await get('')).text)).toContain(says('bulk.preview.all.resync', { count: 2 }))
    expect(textOf((await get('?search=1782')).text)).toContain(says('bulk.preview.all.resync', { count: 0 }))
  })
})
