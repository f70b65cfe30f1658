import { expect, it } from '@jest/globals'
import axe from 'axe-core'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { translate } from '../../src/messages/translate.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { addInboxFirm, portalPath, reportTroubles, type Trouble } from '../support/inbox-firm.ts'
import { keptConnection } from '../support/kept-connection.ts'
import { hasFocus } from '../support/keyboard.ts'
import { putAction } from '../support/put-action.ts'

const say = translate('en')
const troubleOf = (id: string, label: string): Trouble => ({ row: 4, record: { type: 'invoice', id, label } })
const invoice = troubleOf('inv_1', 'Invoice 1781')
const other = troubleOf('inv_2', 'Invoice 1782')
const late = troubleOf('inv_3', 'Invoice 1783')
const client: Trouble = { row: 2, record: { type: 'client', id: 'c_1', label: 'Café Léa', money: null } }

const link = (page: Page, label: string) => page.getByRole('link', { name: label, exact: true })
const box = (page: Page, label: string) => page.getByLabel(say('bulk.select', { label }))
const banner = (page: Page, count: number) =>
  page.locator('.banner').getByRole('heading', { name: say('banner.title', { count }) })
const allTab = (page: Page) => page.locator('.tabs .count').first()

describeInBrowser('a page that is left open', (site) => {
  /** A firm whose owner and admin look at the list of its issues, each in a browser of their own. */
  async function scene(troubles: readonly Trouble[] = [invoice, other, client]) {
    const firmId = randomUUID()
    await addInboxFirm(site.stores, firmId, troubles)
    const visits = await Promise.all(
      (['owner', 'admin'] as const).map(async (role) => {
        const visit = await site.visit()
        await visit.addInitScript({ content: axe.source })
        const page = await visit.newPage()
        await page.goto(await portalPath(site.stores, firmId, role))
        await page.locator('main form button').click()
        await page.locator('form.visitor').waitFor()
        return { visit, page }
      }),
    )
    const [mine, hers] = visits.map(({ page }) => page)
    if (mine === undefined || hers === undefined) throw new Error('Nobody is here.')
    return {
      firmId,
      inbox: `/firms/${firmId}/issues`,
      mine,
      hers,
      fails: (trouble: Trouble) => reportTroubles(site.stores, firmId, [trouble]),
      leave: () => Promise.all(visits.map(({ visit }) => visit.close())),
    }
  }

  /** Opens a page, and marks it: after a reload the mark is gone. */
  async function settle(page: Page, address: string): Promise<void> {
    const ready = page.waitForResponse((answer) => answer.url().endsWith('/events'))
    await page.goto(address)
    await ready
    await page.evaluate('window.stillTheSamePage = true')
  }
  const isTheSame = async (page: Page) => (await page.evaluate('window.stillTheSamePage')) === true

  it('shows what somebody else has skipped, and says so to those who do not see it', async () => {
    const { mine, hers, inbox, leave } = await scene()
    await settle(mine, `${inbox}?lang=en`)
    await banner(mine, 3).waitFor()
    await hers.goto(`${inbox}?lang=en`)
    await hers
      .locator('tr', { has: link(hers, 'Café Léa') })
      .locator('summary')
      .click()
    await hers.getByRole('button', { name: say('decision.skip'), exact: true }).click()
    await banner(mine, 2).waitFor()
    await expect(allTab(mine).innerText()).resolves.toBe('2')
    expect(await link(mine, 'Café Léa').count()).toBe(0)
    expect(await mine.locator('[data-said]').textContent()).toContain(say('banner.title', { count: 2 }))
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('shows what just failed, and takes nothing away from whoever is at work there', async () => {
    const { mine, inbox, fails, leave } = await scene()
    await settle(mine, `${inbox}?lang=en`)
    await box(mine, 'Invoice 1781').check()
    await mine.locator('#search').fill('Northw')
    await mine
      .locator('tr', { has: link(mine, 'Invoice 1782') })
      .locator('summary')
      .click()
    const skip = mine.locator('tr', { has: link(mine, 'Invoice 1782') }).getByRole('button')
    await skip.focus()
    await fails(late)
    await banner(mine, 4).waitFor()
    await link(mine, 'Invoice 1783').waitFor()
    expect(await box(mine, 'Invoice 1781').isChecked()).toBe(true)
    expect(await box(mine, 'Invoice 1783').isChecked()).toBe(false)
    expect(await mine.locator('#search').inputValue()).toBe('Northw')
    expect(await hasFocus(mine, skip)).toBe(true)
    expect(await skip.isVisible()).toBe(true)
    // What came works like what was there: the box for all knows of it, and its menu closes with Escape.
    const all = mine.getByLabel(say('bulk.select.all'))
    await all.check()
    expect(await box(mine, 'Invoice 1783').isChecked()).toBe(true)
    const menu = mine.locator('tr', { has: link(mine, 'Invoice 1783') }).locator('details')
    await menu.locator('summary').click()
    await mine.keyboard.press('Escape')
    expect(await menu.getAttribute('open')).toBeNull()
    expect(await barriers(mine)).toEqual([])
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('keeps the focus near where it was, when what had it is gone', async () => {
    const { mine, hers, inbox, leave } = await scene([invoice, client])
    await settle(mine, `${inbox}?lang=en`)
    await link(mine, 'Café Léa').focus()
    await hers.goto(`${inbox}?lang=en`)
    await hers
      .locator('tr', { has: link(hers, 'Café Léa') })
      .locator('summary')
      .click()
    await hers.getByRole('button', { name: say('decision.skip'), exact: true }).click()
    await banner(mine, 1).waitFor()
    expect(await hasFocus(mine, banner(mine, 1))).toBe(true)
    await leave()
  })

  it('turns from “all clear” into a list, and back', async () => {
    const { mine, inbox, firmId, fails, leave } = await scene([])
    await settle(mine, `${inbox}?lang=en`)
    await mine.getByRole('heading', { name: say('inbox.never.title') }).waitFor()
    await fails(invoice)
    await banner(mine, 1).waitFor()
    const actor = { type: 'key', id: 'host', via: null } as const
    const occurredAt = new Date(Date.now() + 1000).toISOString()
    await site.stores.issues.reportSuccess(
      firmId,
      { record: { type: 'invoice', id: 'inv_1' }, occurredAt },
      actor,
    )
    await mine.getByRole('heading', { name: say('inbox.clear.title') }).waitFor()
    expect(await mine.locator('[data-said]').textContent()).toContain(say('inbox.clear.title'))
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('shows on an issue what somebody else begins', async () => {
    const { mine, firmId, inbox, leave } = await scene([invoice])
    const { issues } = await site.stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 1 })
    const id = issues[0]?.doc.id ?? ''
    await settle(mine, `${inbox}/${id}?lang=en`)
    await putAction(site.stores, firmId, id)
    await mine.locator('#action').getByText(say('progress.queued')).waitFor()
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('shows that the connection has ended', async () => {
    const { mine, firmId, leave } = await scene([invoice])
    const { connections } = site.stores.collections
    const connection = keptConnection(firmId, { realmId: String(Date.now()) })
    await connections.insert(connection)
    await settle(mine, `/firms/${firmId}/quickbooks?lang=en`)
    await mine.getByText(say('connection.status.connected')).first().waitFor()
    await connections.replace({ ...connection, status: 'reconnect-needed' }, 1)
    site.stores.signals.emit('changed', firmId)
    await mine.getByText(say('connection.status.reconnect-needed')).first().waitFor()
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('is not told anything while nobody sees it, and catches up afterwards', async () => {
    const { mine, inbox, fails, leave } = await scene([invoice])
    await settle(mine, `${inbox}?lang=en`)
    const turn = (isHidden: boolean) =>
      mine.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, value: ${isHidden} })
        document.dispatchEvent(new Event('visibilitychange'))`)
    const closed = mine.waitForEvent('requestfailed', (asked) => asked.url().endsWith('/events'))
    await turn(true)
    await closed
    await fails(other)
    expect(await link(mine, 'Invoice 1782').count()).toBe(0)
    await turn(false)
    await banner(mine, 2).waitFor()
    expect(await isTheSame(mine)).toBe(true)
    await leave()
  })

  it('looks for itself while something is under way, where nothing tells it', async () => {
    const { mine, firmId, inbox, leave } = await scene([invoice])
    const { issues } = await site.stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 1 })
    const id = issues[0]?.doc.id ?? ''
    await putAction(site.stores, firmId, id, { state: 'running' })
    await mine.route('**/events', (route) => route.abort())
    await mine.goto(`${inbox}/${id}?lang=en`)
    await mine.getByText(say('progress.running')).waitFor()
    await putAction(site.stores, firmId, id, { state: 'waiting', waitingFor: 'quickbooks' })
    await mine.locator('#action').getByText(say('waiting.quickbooks')).waitFor()
    await leave()
  })

  it('looks for itself how far others have come on the list, since nobody tells that an action was refused', async () => {
    const { mine, firmId, inbox, leave } = await scene([invoice])
    const { issues } = await site.stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 1 })
    const id = issues[0]?.doc.id ?? ''
    await putAction(site.stores, firmId, id, { state: 'running' })
    await mine.route('**/events', (route) => route.abort())
    await mine.goto(`${inbox}?lang=en`)
    await mine.locator('.pill.running').waitFor()
    await putAction(site.stores, firmId, id, { state: 'refused', reason: 'books-closed' })
    await mine.locator('.pill.running').waitFor({ state: 'detached' })
    await leave()
  })

  it('leads whoever is signed out elsewhere to the page that says so', async () => {
    const { mine, inbox, firmId, leave } = await scene([invoice])
    await settle(mine, `${inbox}?lang=en`)
    await site.stores.portal.signOutEverywhere(firmId, 'owner')
    site.hasten()
    await mine.getByRole('heading', { name: say('session.over.title') }).waitFor()
    await leave()
  })
})
