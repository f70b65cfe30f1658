import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'
import { widthOf } from '../support/width-of.ts'

const BOOKS = '/sandbox/books/9341453000000001'
const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 320, height: 640 }

const pages = [
  '/sandbox/host',
  '/sandbox/host/settings',
  '/sandbox/host/records/client/cli_harbor',
  '/sandbox/host/records/service/svc_close',
  '/sandbox/host/records/invoice/inv_1785',
  '/sandbox/host/records/payment/pay_1780',
  '/sandbox/host/records/expense/exp_1780',
  `${BOOKS}/customers`,
  `${BOOKS}/customers/1`,
  `${BOOKS}/items/4`,
  `${BOOKS}/accounts`,
  `${BOOKS}/payment-methods/8`,
  `${BOOKS}/invoices`,
  `${BOOKS}/payments`,
  `${BOOKS}/settings`,
  `${BOOKS}/ledger`,
]

describeInBrowser('the sandbox', (site) => {
  let demo: DemoServer
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    visit = await site.visit({ baseURL: demo.url })
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
  })
  afterAll(async () => {
    await visit.close()
    await demo.stop()
  })

  describe.each(languages)('in the language "%s"', (language) => {
    it.each(pages)('puts up no barrier on %s, and marks it', async (path) => {
      const say = translate(language)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        for (const size of [WIDE, NARROW]) {
          await page.setViewportSize(size)
          await page.goto(`${path}?lang=${language}`)
          expect(await barriers(page)).toEqual([])
        }
      }
      expect(await widthOf(page)).toBe(NARROW.width)
      expect(await page.locator('header .brand').innerText()).toBe(say('sandbox.mark'))
      expect(await page.title()).toContain(say('sandbox.mark'))
    })
  })

  describe('without scripts', () => {
    const say = translate('en')
    let bare: BrowserContext
    let person: Page

    beforeAll(async () => {
      bare = await site.visit({ baseURL: demo.url, javaScriptEnabled: false })
      person = await bare.newPage()
    })
    afterAll(() => bare.close())

    const press = async (name: string): Promise<void> => {
      await person.getByRole('button', { name, exact: true }).click()
      await person.getByRole('status').waitFor()
    }
    /** Opens the entry of this list of the books. */
    const open = async (list: string, name: string): Promise<void> => {
      await person.goto(`${BOOKS}/${list}?lang=en`)
      await person.getByRole('link', { name, exact: true }).click()
    }
    const record = (type: string, id: string) => person.goto(`/sandbox/host/records/${type}/${id}?lang=en`)
    const fill = (label: string, value: string) => person.getByLabel(label, { exact: true }).fill(value)
    const choose = (label: string, option: string) =>
      person.getByLabel(label, { exact: true }).selectOption({ label: option })
    const summary = async () => {
      const answer = await fetch(`${demo.url}/v1/firms/demo/issues/summary`, { headers: demo.headers })
      return (await answer.json()) as { readonly open: number }
    }

    it('refuses what the books refuse, in their words', async () => {
      await open('customers', 'Cool Cars')
      await fill(say('sandbox.field.name'), 'Maple Street Bakery')
      await press(say('sandbox.books.rename'))
      expect(await person.getByRole('status').innerText()).toContain('The name supplied already exists')
    })

    it('lets people do what the guides ask for, until nothing is left open', async () => {
      expect((await summary()).open).toBe(13)

      // 1: the client is linked with the customer of nearly the same name.
      await record('client', 'cli_harbor')
      await choose(say('sandbox.host.customer'), 'Harbor Dental')
      await press(say('sandbox.host.link'))
      // 2: the vendor gives the name free; "Credit Card" becomes a credit card.
      await open('vendors', 'Maple Street Bakery')
      await fill(say('sandbox.field.name'), 'Maple Street Bakery (V)')
      await press(say('sandbox.books.rename'))
      await open('payment-methods', 'Credit Card')
      await press(say('sandbox.books.card'))
      // 3: the customer is made active, and keeps "(deleted)" until it is renamed.
      await open('customers', 'Café Léa (deleted)')
      await press(say('sandbox.books.makeActive'))
      await fill(say('sandbox.field.name'), 'Café Léa')
      await press(say('sandbox.books.rename'))
      // 4: the invoice gets another number.
      await record('invoice', 'inv_1781')
      await fill(say('sandbox.field.number'), '1786')
      await press(say('sandbox.save'))
      // 5: the product is made active.
      await open('items', 'Payroll setup (deleted)')
      await press(say('sandbox.books.makeActive'))
      // 6: credits are no longer applied by themselves, and this one is not.
      await person.goto(`${BOOKS}/settings?lang=en`)
      await choose(say('sandbox.books.setting.autoApplyCredit'), say('sandbox.off'))
      // What is in no table: the period is opened.
      await fill(say('sandbox.books.setting.bookCloseDate'), '')
      await press(say('sandbox.save'))
      await open('invoices', '1784')
      await person.getByRole('link', { name: /^Payment \d+$/u }).click()
      await press(say('sandbox.books.unapply'))
      // 7 and 8: the settings of the practice software.
      await person.goto('/sandbox/host/settings?lang=en')
      await choose(say('sandbox.host.setting.expenseAccountId'), 'Checking (Bank)')
      await choose(say('sandbox.host.setting.serviceIncomeAccountId'), 'Services (Income)')
      await press(say('sandbox.save'))
      // 9: the service gets an income account. 10: the name is shortened.
      await record('service', 'svc_review')
      await choose(say('sandbox.books.fact.incomeAccount'), 'Services (Income)')
      await press(say('sandbox.save'))
      await record('service', 'svc_close')
      await fill(say('sandbox.field.name'), 'Year-end close for restaurants')
      await press(say('sandbox.save'))

      await person.goto('/sandbox/host?lang=en')
      await press(say('sandbox.host.pushAll'))
      expect(await person.locator('.pill:not(:text-is("Synced"))').allInnerTexts()).toEqual([])
      expect((await summary()).open).toBe(0)
    })

    it('begins again where it is asked to', async () => {
      await person.goto('/sandbox/host?lang=en')
      await press(say('sandbox.host.reset'))
      expect((await summary()).open).toBe(13)
    })

    it('takes nothing from pages of other sites', async () => {
      const forms = ['/sandbox/host/push', '/sandbox/host/reset', `${BOOKS}/settings`]
      for (const path of [...forms, '/_sandbox/reset', '/_sandbox/knobs', '/_host/push']) {
        const headers = { Origin: 'https://elsewhere.example' }
        const answer = await fetch(`${demo.url}${path}`, { method: 'POST', headers })
        expect(answer.status).toBe(403)
      }
    })
  })
})
