import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import type { Action } from '../../src/domain/action.ts'
import { languages } from '../../src/domain/language.ts'
import type { MemberRole } from '../../src/domain/role.ts'
import { translate } from '../../src/messages/translate.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { addInboxFirm, portalPath, type Trouble } from '../support/inbox-firm.ts'
import { hasFocus, stopsOfTab, tabTo } from '../support/keyboard.ts'
import { putAction } from '../support/put-action.ts'
import { widthOf } from '../support/width-of.ts'
import { workAt } from '../support/work-at.ts'

const say = translate('en')
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 640 }
const ENDLESS = 'Wagnerianische'.repeat(14).slice(0, 190)

const client: Trouble = {
  row: 2,
  record: { type: 'client', id: 'c_1', label: 'Café Léa', money: null, client: null },
}
const invoice: Trouble = { row: 4, record: { type: 'invoice', id: 'inv_1', label: 'Invoice 1781' } }
const service: Trouble = {
  row: 10,
  record: { type: 'service', id: 'svc_1', label: ENDLESS, money: null, client: null },
}

describeInBrowser('what is done about issues', (site) => {
  /** A firm with three issues, and a browser in which somebody of it is signed in. */
  async function scene(options: { readonly role?: MemberRole; readonly javaScriptEnabled?: boolean } = {}) {
    const { role = 'owner', ...rest } = options
    const firmId = randomUUID()
    await addInboxFirm(site.stores, firmId, [invoice, client, service])
    const visit = await site.visit(rest)
    await visit.addInitScript({ content: axe.source })
    const page = await visit.newPage()
    await page.goto(await portalPath(site.stores, firmId, role))
    await page.locator('main form button').click()
    await page.locator('form.visitor').waitFor()
    const { issues } = await site.stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 10 })
    const idOf = (label: string) => issues.find(({ doc }) => doc.record.label === label)?.doc.id ?? ''
    return { firmId, visit, page, idOf, inbox: `/firms/${firmId}/issues` }
  }

  const work = () => workAt(site.stores, () => new Date())

  describe('puts up no barrier', () => {
    let visit: BrowserContext
    let page: Page
    let firmId: string
    let inbox: string
    let invoiceId: string
    let serviceId: string
    let bulkId: string

    beforeAll(async () => {
      const made = await scene()
      ;({ visit, page, firmId, inbox } = made)
      invoiceId = made.idOf('Invoice 1781')
      serviceId = made.idOf(ENDLESS)
      const { ranks } = (await site.stores.bulkActions.choose(firmId, {
        issueIds: [invoiceId, made.idOf('Café Léa'), serviceId],
      })) as { readonly ranks: never }
      const actor = { type: 'member', id: 'owner', via: null } as const
      bulkId = randomUUID()
      const wish = { id: bulkId, firmId, kind: 'resync', actor, note: null, ranks } as const
      await site.stores.bulkActions.request(wish)
    })
    afterAll(() => visit.close())

    const at = '2026-03-02T09:41:00.000Z'
    const sent = {
      number: 1,
      requestId: 'act_1',
      startedAt: at,
      endedAt: at,
      outcome: 'refused',
      intuitTid: '1-abc',
      entity: 'Invoice',
      operation: 'create',
      body: null,
    } as const
    const actions: readonly (readonly [string, Partial<Action>])[] = [
      ['in line', { state: 'queued' }],
      ['waiting for another record', { state: 'waiting', waitingFor: 'client/c_1' }],
      ['under way', { state: 'running' }],
      ['done', { state: 'succeeded', outcome: 'created', quickbooksId: '3190', intuitTid: '1-abc' }],
      ['refused', { state: 'refused', reason: 'books-closed', tries: [sent], note: 'Please' }],
      ['unknown', { state: 'unknown', reason: 'unknown-outcome' }],
      ['cancelled', { state: 'cancelled', reason: 'cancelled' }],
    ]
    const ways: readonly (readonly [string, () => string])[] = [
      ['before a resync', () => `${serviceId}/resync`],
      ['before a link', () => `${invoiceId}/link`],
      ['after what is no id', () => `${invoiceId}/link?quickbooksId=12x`],
      ['before a deletion', () => `${serviceId}/delete`],
      ['where a deletion is not possible', () => `${invoiceId}/delete`],
      ['with several records chosen', () => `bulk?do=resync&issue=${invoiceId}&issue=${serviceId}`],
      ['with nothing chosen', () => 'bulk?do=resync'],
      ['while several records are worked at', () => `bulk/${bulkId}`],
    ]

    describe.each(languages)('in the language "%s"', (language) => {
      const looked = async (path: string) => {
        await page.goto(`${inbox}/${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        for (const [colorScheme, size] of [
          ['light', WIDE],
          ['dark', NARROW],
        ] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(size)
          expect(await barriers(page)).toEqual([])
          expect(await widthOf(page)).toBe(size.width)
        }
      }

      it.each(actions)('on an issue with an action that is %s', async (_, action) => {
        await putAction(site.stores, firmId, invoiceId, action)
        await looked(invoiceId)
        await putAction(site.stores, firmId, invoiceId, { state: 'cancelled', reason: 'cancelled' })
      })

      it.each(ways)('%s', async (_, way) => looked(way()))
    })
  })

  it('is told while it goes on, without a reload, also to those who do not see it', async () => {
    const { firmId, visit, page, idOf, inbox } = await scene()
    const id = idOf('Invoice 1781')
    await putAction(site.stores, firmId, id, { state: 'running' })
    await page.goto(`${inbox}/${id}?lang=en`)
    await page.evaluate('window.stillTheSamePage = true')
    await page.getByText(say('progress.running')).waitFor()
    await putAction(site.stores, firmId, id, { state: 'waiting', waitingFor: 'rate-limit' })
    await page.locator('#action').getByText(say('waiting.rate-limit')).waitFor()
    await page.locator('[data-said]').getByText(say('waiting.rate-limit')).waitFor({ state: 'attached' })
    await putAction(site.stores, firmId, id, { state: 'refused', reason: 'books-closed' })
    await page.locator('#action').getByText(say('reason.books-closed')).waitFor()
    // What had to wait is offered again, and a button in what was replaced works.
    await page.locator('#act-resync').waitFor()
    await page.locator('.copy button').waitFor()
    expect(await page.evaluate('window.stillTheSamePage')).toBe(true)
    await visit.close()
  })

  it('keeps the focus where it was while the page changes around it', async () => {
    const { firmId, visit, page, idOf, inbox } = await scene()
    const id = idOf('Invoice 1781')
    await putAction(site.stores, firmId, id, { state: 'queued' })
    await page.goto(`${inbox}/${id}?lang=en`)
    await tabTo(page, page.locator('#cancel'))
    await putAction(site.stores, firmId, id, { state: 'waiting', waitingFor: 'quickbooks' })
    await page.locator('#action').getByText(say('waiting.quickbooks')).waitFor()
    expect(await hasFocus(page, page.locator('#cancel'))).toBe(true)
    await putAction(site.stores, firmId, id, { state: 'cancelled', reason: 'cancelled' })
    await page.locator('#action').getByText(say('reason.cancelled')).waitFor()
    expect(await hasFocus(page, page.locator('#action-title'))).toBe(true)
    await visit.close()
  })

  it('leads whoever is signed out meanwhile to the page that says so', async () => {
    const { firmId, visit, page, idOf, inbox } = await scene()
    await putAction(site.stores, firmId, idOf('Invoice 1781'), { state: 'running' })
    await page.goto(`${inbox}/${idOf('Invoice 1781')}?lang=en`)
    await visit.clearCookies()
    await page.getByRole('heading', { name: say('session.over.title') }).waitFor()
    await visit.close()
  })

  it('is cancelled by a button while it waits', async () => {
    const { firmId, visit, page, idOf, inbox } = await scene()
    await putAction(site.stores, firmId, idOf('Invoice 1781'))
    await page.goto(`${inbox}/${idOf('Invoice 1781')}?lang=en`)
    await page.getByRole('button', { name: say('progress.cancel') }).click()
    await page.locator('#action .pill.cancelled').waitFor()
    await page.getByText(say('history.resync', { actor: 'Ada Nowak', ended: 'cancelled' })).waitFor()
    await visit.close()
  })

  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])(
    'is done about several records, %s: chosen, previewed, started, and watched to its end',
    async (_, scripts) => {
      const { visit, page, inbox } = await scene({ javaScriptEnabled: scripts })
      await page.goto(`${inbox}?lang=en`)
      if (scripts) {
        await page.getByLabel(say('bulk.select.all')).check()
        await page.getByLabel(say('bulk.select', { label: 'Café Léa' })).uncheck()
      } else {
        expect(await page.getByLabel(say('bulk.select.all')).isVisible()).toBe(false)
        await page.getByLabel(say('bulk.select', { label: 'Invoice 1781' })).check()
        await page.getByLabel(say('bulk.select', { label: ENDLESS })).check()
      }
      await page.getByRole('button', { name: say('bulk.preview.skip') }).click()
      await page.getByRole('heading', { name: say('bulk.title.skip', { count: 2 }) }).waitFor()
      await page.getByRole('button', { name: say('bulk.start.skip', { count: 2 }) }).click()
      await page.getByRole('heading', { name: say('bulk.progress', { over: 0, total: 2 }) }).waitFor()
      await work()
      const end = page.getByRole('heading', { name: say('bulk.finished', { total: 2 }) })
      if (!scripts) await page.getByRole('link', { name: say('progress.look') }).click()
      await end.waitFor()
      expect(await page.locator('progress').evaluate((bar) => bar.getAttribute('value'))).toBe('2')
      await page.goto(`${inbox}?lang=en`)
      expect(await page.locator('tbody th a').allInnerTexts()).toEqual(['Café Léa'])
      await visit.close()
    },
  )

  it('is chosen with the keyboard alone, and every stop shows that it is one', async () => {
    const { visit, page, inbox, idOf } = await scene()
    await page.goto(`${inbox}?lang=en`)
    await tabTo(page, page.getByLabel(say('bulk.select.all')))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: say('bulk.preview.resync') }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say('bulk.title.resync', { count: 3 }) }).waitFor()
    await page.goto(`${inbox}/${idOf(ENDLESS)}/delete?lang=en`)
    for (const { html, outline, isInView } of await stopsOfTab(page)) {
      expect({ html, outline, isInView }).toEqual({ html, outline: 'solid 3px', isInView: true })
    }
    await visit.close()
  })

  it('is read, and not done, by the staff', async () => {
    const { firmId, visit, page, idOf, inbox } = await scene({ role: 'staff' })
    await putAction(site.stores, firmId, idOf('Invoice 1781'))
    await page.goto(`${inbox}/${idOf('Invoice 1781')}?lang=en`)
    await page.locator('#action').getByText(say('progress.queued')).waitFor()
    expect(await page.getByRole('button', { name: say('progress.cancel') }).count()).toBe(0)
    await page.goto(`${inbox}?lang=en`)
    expect(await page.locator('input[name=issue]').count()).toBe(0)
    await visit.close()
  })
})
