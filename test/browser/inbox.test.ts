import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { MemberRole } from '../../src/domain/role.ts'
import { type Language, languages } from '../../src/domain/language.ts'
import { createGuides } from '../../src/guides/create-guides.ts'
import { translate } from '../../src/messages/translate.ts'
import { describeInBrowser } from '../support/browser.ts'
import { catalog } from '../support/catalog.ts'
import { addInboxFirm, people, portalPath, reportTroubles, type Trouble } from '../support/inbox-firm.ts'
import { hasFocus, stopsOfTab, tabTo } from '../support/keyboard.ts'

const guides = createGuides(catalog)
const takenNumber = (language: Language) => guides.title('duplicate-document-number', language)

const invoice: Trouble = { row: 4, record: { type: 'invoice', label: 'Invoice 1781' } }
const client: Trouble = { row: 2, record: { type: 'client', label: 'Café Léa', money: null, client: null } }
const service: Trouble = { row: 10, record: { type: 'service', label: 'Payroll', money: null, client: null } }

/** Names that would do harm if they became anything but text. */
const uglyNames = [
  '<b>Bold</b> & <img src=/nothing onerror=alert(1)>',
  '{{constructor}} {label, select, other {x}}',
  'שלום עולם 1781',
  `"Quotes" 'and' \\ back <script>alert(2)</script>`,
  'Wagnerianische'.repeat(15).slice(0, 200),
]

const rowOf = (page: Page, label: string) =>
  page.locator('tbody tr').filter({ has: page.getByRole('link', { name: label, exact: true }) })
const menuOf = (page: Page, label: string) => rowOf(page, label).locator('summary')
const labels = (page: Page) => page.locator('tbody th a').allInnerTexts()

describeInBrowser('the inbox of a firm', (site) => {
  interface Scene {
    readonly page: Page
    readonly visit: BrowserContext
    readonly firmId: string
    /** The address of the inbox. */
    readonly inbox: string
  }

  /** A test with a firm, and a browser profile, of its own. */
  const inFirm =
    (
      troubles: readonly Trouble[],
      job: (scene: Scene) => Promise<void>,
      { role, ...options }: BrowserContextOptions & { readonly role?: MemberRole } = {},
    ) =>
    async () => {
      const firmId = randomUUID()
      await addInboxFirm(site.stores, firmId, troubles)
      const visit = await site.visit(options)
      try {
        const page = await visit.newPage()
        if (role !== undefined) await signIn(page, firmId, role)
        await job({ page, visit, firmId, inbox: `/firms/${firmId}/issues` })
      } finally {
        await visit.close()
      }
    }

  async function signIn(page: Page, firmId: string, role: MemberRole): Promise<void> {
    await page.goto(await portalPath(site.stores, firmId, role))
    await page.locator('main form button').click()
    await page.locator('form.visitor').waitFor()
  }

  describe.each(languages)('for a browser that asks for "%s"', (language) => {
    const locale = `${language}-CA`
    const say = translate(language)
    const banner = (page: Page, count: number) =>
      page.locator('.banner').getByRole('heading', { name: say('banner.title', { count }) })
    const done = (page: Page, kind: 'skip' | 'reopen', label: string) =>
      page.getByRole('status').getByText(say(`done.${kind}`, { label }), { exact: true })

    it.each([
      ['with scripts', true],
      ['without scripts', false],
    ])('leads from the link of the portal to “all clear”, %s', async (_, javaScriptEnabled) => {
      await inFirm(
        [invoice, client, service],
        async ({ page, firmId }) => {
          await page.goto(await portalPath(site.stores, firmId, 'owner'))
          expect(await page.locator('html').getAttribute('lang')).toMatch(language)
          await page.getByRole('button', { name: say('portal.continue', { name: people.owner }) }).click()
          await banner(page, 3).waitFor()
          expect(await labels(page)).toEqual(['Invoice 1781', 'Café Léa', 'Payroll'])

          await page.getByRole('link', { name: 'Invoice 1781', exact: true }).click()
          await page
            .locator('.verdict')
            .getByRole('heading', { name: takenNumber(language) })
            .waitFor()
          const stressed = await page.locator('article.guide p').first().locator('strong').allInnerTexts()
          expect(stressed).toEqual(expect.arrayContaining(['1781', '3188']))
          await page.locator('.crumb a').click()

          await menuOf(page, 'Café Léa').click()
          await page.getByText(say('decision.skip.means', { type: 'client', label: 'Café Léa' })).waitFor()
          await rowOf(page, 'Café Léa')
            .getByRole('button', { name: say('decision.skip'), exact: true })
            .click()
          await done(page, 'skip', 'Café Léa').waitFor()
          await banner(page, 2).waitFor()
          expect(await labels(page)).toEqual(['Invoice 1781', 'Payroll'])

          await page.getByRole('button', { name: say('done.undo') }).click()
          await done(page, 'reopen', 'Café Léa').waitFor()
          await banner(page, 3).waitFor()

          for (const label of await labels(page)) {
            await menuOf(page, label).click()
            await rowOf(page, label)
              .getByRole('button', { name: say('decision.skip'), exact: true })
              .click()
            await done(page, 'skip', label).waitFor()
          }
          await page.getByRole('heading', { name: say('inbox.clear.title') }).waitFor()
          expect(await page.locator('.banner').count()).toBe(0)
        },
        { locale, javaScriptEnabled },
      )()
    })

    it(
      'is used with the keyboard alone',
      inFirm(
        [invoice, client],
        async ({ page, firmId }) => {
          await page.goto(await portalPath(site.stores, firmId, 'owner'))
          await tabTo(
            page,
            page.getByRole('button', { name: say('portal.continue', { name: people.owner }) }),
          )
          await page.keyboard.press('Enter')
          await banner(page, 2).waitFor()

          const skip = rowOf(page, 'Café Léa').getByRole('button', {
            name: say('decision.skip'),
            exact: true,
          })
          await tabTo(page, menuOf(page, 'Café Léa'))
          await page.keyboard.press('Enter')
          await skip.waitFor()
          await page.keyboard.press('Tab')
          await page.keyboard.press('Escape')
          await skip.waitFor({ state: 'hidden' })
          expect(await hasFocus(page, menuOf(page, 'Café Léa'))).toBe(true)

          await page.keyboard.press('Enter')
          await tabTo(page, skip)
          await page.keyboard.press('Enter')
          await done(page, 'skip', 'Café Léa').waitFor()
          await tabTo(page, page.getByRole('button', { name: say('done.undo') }))
          await page.keyboard.press('Enter')
          await done(page, 'reopen', 'Café Léa').waitFor()

          await tabTo(page, page.getByRole('link', { name: 'Invoice 1781', exact: true }))
          await page.keyboard.press('Enter')
          await page.locator('article.guide').waitFor()
          await tabTo(page, page.getByRole('button', { name: say('decision.skip'), exact: true }))
          await page.keyboard.press('Enter')
          await page.getByRole('button', { name: say('decision.reopen') }).waitFor()
        },
        { locale },
      ),
    )

    it(
      'shows the staff everything, and lets them decide nothing',
      inFirm(
        [invoice],
        async ({ page }) => {
          await banner(page, 1).waitFor()
          await menuOf(page, 'Invoice 1781').click()
          await page.locator('.panel').getByText(say('decision.notYours')).waitFor()
          expect(await page.locator('form[action*=actions]').count()).toBe(0)
          await page.locator('.panel a').click()
          await page.locator('.decide').getByText(say('decision.notYours')).waitFor()
          expect(await page.locator('form[action*=actions]').count()).toBe(0)
          const refused = await page.evaluate<number>(
            `fetch(location.pathname + '/actions', { method: 'POST', body: new URLSearchParams('kind=skip') })
              .then(({ status }) => status)`,
          )
          expect(refused).toBe(403)
        },
        { locale, role: 'staff' },
      ),
    )

    it(
      'tells why it is empty: nothing ever failed, nothing is left, or nothing fits',
      inFirm(
        [],
        async ({ page, firmId, inbox }) => {
          const heading = (state: 'never' | 'clear' | 'filtered') =>
            page.getByRole('heading', { name: say(`inbox.${state}.title`) })
          await heading('never').waitFor()
          await reportTroubles(site.stores, firmId, [invoice])
          await page.goto(`${inbox}?search=nobody`)
          await heading('filtered').waitFor()
          await page.getByRole('link', { name: say('inbox.filtered.all') }).click()
          await menuOf(page, 'Invoice 1781').click()
          await page.getByRole('button', { name: say('decision.skip'), exact: true }).click()
          await heading('clear').waitFor()
          await page.goto(`${inbox}?status=resolved`)
          await heading('filtered').waitFor()
          await page.getByRole('link', { name: say('inbox.filtered.all') }).click()
          await heading('clear').waitFor()
        },
        { locale, role: 'owner' },
      ),
    )

    it(
      'keeps what is chosen in the address, also in the other language',
      inFirm(
        [invoice, client, service],
        async ({ page, visit }) => {
          const tab = (type: 'all' | 'invoice' | 'client' | 'refund', count: number) =>
            page
              .locator('.tabs')
              .getByRole('link', { name: `${say(`inbox.tab.${type}`)} ${count}`, exact: true })
          for (const [type, count] of [
            ['all', 3],
            ['invoice', 1],
            ['refund', 0],
          ] as const) {
            await tab(type, count).waitFor()
          }
          await tab('client', 1).click()
          await page.locator('.tabs [aria-current]').getByText(say('inbox.tab.client')).waitFor()
          expect(await labels(page)).toEqual(['Café Léa'])

          await page.getByRole('searchbox').fill('cafe')
          await page.getByRole('button', { name: say('inbox.apply') }).click()
          await page.waitForURL(/search=cafe/u)
          expect(await labels(page)).toEqual(['Café Léa'])

          const other = await visit.newPage()
          await other.goto(page.url())
          expect(await labels(other)).toEqual(['Café Léa'])
          expect(await other.getByRole('searchbox').inputValue()).toBe('cafe')
          await other.locator('.languages a').click()
          await other.waitForURL(language === 'en' ? /lang=fr/u : /lang=en/u)
          expect(await labels(other)).toEqual(['Café Léa'])
          expect(await other.getByRole('searchbox').inputValue()).toBe('cafe')

          await page.locator('select[name=status]').selectOption('skipped')
          await page.getByRole('button', { name: say('inbox.apply') }).click()
          await page.getByRole('heading', { name: say('inbox.filtered.title') }).waitFor()
        },
        { locale, role: 'owner' },
      ),
    )

    it(
      'tells of a link that was used, and of a visit that is over',
      inFirm(
        [invoice],
        async ({ page, firmId, inbox }) => {
          const link = await portalPath(site.stores, firmId, 'owner')
          await page.goto(link)
          for (const method of ['HEAD', 'GET', 'HEAD', 'GET']) {
            const status = `fetch('${link}', { method: '${method}' }).then(({ status }) => status)`
            expect(await page.evaluate<number>(status)).toBe(200)
          }
          await page.locator('main form button').click()
          await banner(page, 1).waitFor()

          const used = await page.goto(link)
          expect(used?.status()).toBe(410)
          await page.getByRole('heading', { name: say('portal.over.title') }).waitFor()
          expect(await page.locator('main form').count()).toBe(0)

          await page.goto(inbox)
          await page.getByRole('button', { name: say('nav.signOut') }).click()
          await page.locator('textarea').waitFor()
          expect(await page.getByRole('button', { name: say('nav.signOut') }).count()).toBe(0)
          const over = await page.goto(inbox)
          expect(over?.status()).toBe(401)
          await page.getByRole('heading', { level: 1 }).waitFor()
        },
        { locale },
      ),
    )
  })

  const say = translate('en')

  it(
    'has pages of fifty',
    inFirm(
      Array.from({ length: 51 }, (_, index) => ({ ...invoice, record: { label: `Invoice ${index}` } })),
      async ({ page }) => {
        expect(await labels(page)).toHaveLength(50)
        await page.getByRole('link', { name: say('inbox.next') }).click()
        await page.getByRole('link', { name: say('inbox.first') }).waitFor()
        expect(await labels(page)).toEqual(['Invoice 50'])
        await page.getByRole('link', { name: say('inbox.first') }).click()
        await page.getByRole('link', { name: 'Invoice 0', exact: true }).waitFor()
      },
      { role: 'owner' },
    ),
  )

  it(
    'is not there for a member of another firm, nor are its issues',
    inFirm(
      [invoice],
      async ({ page, visit, inbox, firmId }) => {
        const issue = await page.locator('tbody th a').getAttribute('href')
        const otherFirm = `other-${firmId}`
        await addInboxFirm(site.stores, otherFirm, [])
        await visit.clearCookies()
        await signIn(page, otherFirm, 'owner')
        for (const address of [inbox, issue ?? '']) {
          expect((await page.goto(address))?.status()).toBe(404)
          await page.getByRole('heading', { name: say('problem.not-found.title') }).waitFor()
        }
      },
      { role: 'owner' },
    ),
  )

  it(
    'takes a second click for what it is: the page shows how things stand',
    inFirm(
      [invoice],
      async ({ page, visit, firmId }) => {
        const late = await visit.newPage()
        await late.goto(page.url())
        const skip = async (on: Page) => {
          await menuOf(on, 'Invoice 1781').click()
          await on.getByRole('button', { name: say('decision.skip'), exact: true }).click()
          await on.getByRole('heading', { name: say('inbox.clear.title') }).waitFor()
        }
        await skip(page)
        await skip(late)
        await late
          .getByRole('status')
          .getByText(say('done.skip', { label: 'Invoice 1781' }))
          .waitFor()
        const { issues } = await site.stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 2 })
        expect(issues.map(({ doc }) => doc.history.map(({ event }) => event))).toEqual([['failure', 'skip']])
      },
      { role: 'owner' },
    ),
  )

  it(
    'does not claim to have skipped what went through meanwhile',
    inFirm(
      [invoice],
      async ({ page, firmId }) => {
        const { issues } = site.stores
        const found = await issues.list(firmId, { sort: '-lastSeenAt', limit: 1 })
        for (const { doc } of found.issues) {
          const { type, id } = doc.record
          const success = { record: { type, id }, occurredAt: new Date().toISOString() }
          await issues.reportSuccess(firmId, success, { type: 'key', id: 'host', via: null })
        }
        await menuOf(page, 'Invoice 1781').click()
        await page.getByRole('button', { name: say('decision.skip'), exact: true }).click()
        const status = say('issue.status.resolved')
        await page
          .getByRole('status')
          .getByText(say('done.stands', { label: 'Invoice 1781', status }))
          .waitFor()
        await page.getByRole('heading', { name: say('inbox.clear.title') }).waitFor()
      },
      { role: 'owner' },
    ),
  )

  it(
    'names three causes at most, counts the rest, and leads to the one next step',
    inFirm(
      [{ row: 6, error: 'nobody knows' }, ...[1, 4, 2, 4, 5, 4].map((row) => ({ row }))],
      async ({ page }) => {
        const told = page.locator('.banner p').first()
        expect(await told.innerText()).toMatch(
          /^Document number already used \(3\)(?: · [^·]+){2} and 2 more causes$/u,
        )
        await page
          .getByRole('link', { name: say('banner.next', { title: takenNumber('en'), count: 3 }) })
          .click()
        await page.waitForURL(/item=duplicate-document-number/u)
        expect(await page.locator('tbody tr').count()).toBe(3)
      },
      { role: 'owner' },
    ),
  )

  it.each(['light', 'dark'] as const)(
    'shows where the keyboard is, wherever it goes, in %s colours',
    async (colorScheme) => {
      await inFirm(
        [invoice, client],
        async ({ page }) => {
          const look = async () => {
            const usable = page.locator('a, button, input, select, summary, pre').filter({ visible: true })
            const stops = await stopsOfTab(page)
            expect(stops).toHaveLength(await usable.count())
            expect(stops.filter(({ outline, isInView }) => outline !== 'solid 3px' || !isInView)).toEqual([])
          }
          await look()
          await page.getByRole('link', { name: 'Invoice 1781', exact: true }).click()
          await page.locator('article.guide').waitFor()
          await look()
        },
        { role: 'owner', colorScheme },
      )()
    },
  )

  it(
    'keeps ugly names as the text they are',
    inFirm(
      uglyNames.map((name, index) => ({
        row: 4,
        record: { label: name, client: { id: `client-${index}`, name } },
      })),
      async ({ page, inbox }) => {
        const deeds: string[] = []
        page.on('dialog', (dialog) => {
          deeds.push(dialog.message())
          void dialog.dismiss()
        })
        page.on('request', (request) => {
          if (request.url().endsWith('/nothing')) deeds.push(request.url())
        })
        page.on('pageerror', (error) => deeds.push(error.message))
        await page.goto(inbox)
        expect(await labels(page)).toEqual(uglyNames)
        for (const name of uglyNames) {
          await page.goto(inbox)
          await page.getByRole('link', { name, exact: true }).click()
          await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
          await page.getByRole('button', { name: say('decision.skip'), exact: true }).click()
          await page.getByRole('button', { name: say('decision.reopen') }).waitFor()
          expect(await page.locator('main :is(b, img, script)').count()).toBe(0)
        }
        await page.goto(`${inbox}?status=skipped`)
        expect(await labels(page)).toEqual(uglyNames)
        expect(await page.locator('main :is(b, img, script)').count()).toBe(0)
        expect(deeds).toEqual([])
      },
      { role: 'owner' },
    ),
  )

  it(
    'copies an issue for support',
    inFirm(
      [invoice],
      async ({ page, visit }) => {
        await visit.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
        await page.getByRole('link', { name: 'Invoice 1781', exact: true }).click()
        await page.getByRole('button', { name: say('answer.copy') }).click()
        await page.getByRole('status').getByText(say('answer.copied')).waitFor()
        const ticket = await page.evaluate<string>('navigator.clipboard.readText()')
        const headings = catalog.languages.en.sections.map((section) => section.toUpperCase())
        const id = page.url().replace(/.*\/|\?.*/gu, '')
        for (const part of ['Invoice 1781', id, takenNumber('en'), '3188', ...headings]) {
          expect(ticket).toContain(part)
        }
      },
      { role: 'owner' },
    ),
  )

  it(
    'prints the guide, without what only works on a screen',
    inFirm(
      [invoice],
      async ({ page }) => {
        await page.getByRole('link', { name: 'Invoice 1781', exact: true }).click()
        await page.locator('article.guide').waitFor()
        await page.emulateMedia({ media: 'print' })
        for (const shown of ['h1', '.verdict h2', 'article.guide']) {
          expect(await page.locator(shown).isVisible()).toBe(true)
        }
        for (const hidden of ['header', 'footer', '.crumb', '.decide', '.copy']) {
          expect(await page.locator(hidden).isVisible()).toBe(false)
        }
      },
      { role: 'owner' },
    ),
  )
})
