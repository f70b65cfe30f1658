import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import type { MemberRole } from '../../src/domain/role.ts'
import { type Language, languages } from '../../src/domain/language.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { addInboxFirm, portalPath, type Trouble } from '../support/inbox-firm.ts'
import { keptConnection } from '../support/kept-connection.ts'
import { widthOf } from '../support/width-of.ts'

const ENDLESS = 'Wagnerianische'.repeat(15).slice(0, 200)
const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 320, height: 640 }

/** More causes than the banner names, two currencies, and names that are long, or written from right to left. */
const troubles: readonly Trouble[] = [
  { row: 4, record: { type: 'invoice', label: 'Invoice 1781', url: 'https://practice.example/1781' } },
  { row: 4, record: { label: ENDLESS, client: { id: 'c', name: ENDLESS } } },
  { row: 1, record: { label: 'שלום עולם' } },
  { row: 5, record: { money: { minor: 1_234_567_89, currency: 'CAD' } } },
  { row: 6 },
  { row: 4, error: `the printer is out of ${ENDLESS}`, record: { type: 'invoice', label: 'Invoice 1790' } },
]

interface State {
  readonly name: string
  readonly firm: 'busy' | 'quiet' | 'done'
  readonly role?: MemberRole
  readonly open: (page: Page, language: Language, firm: string) => Promise<unknown>
  /** What is there in this state alone. */
  readonly holds: string
  /** Of what lies beneath the rest, axe cannot tell the colours: then only this part is judged. */
  readonly part?: string
}

/** Opens the page of the issue whose label holds this. */
const issue =
  (label: string): State['open'] =>
  async (page, language, firm) => {
    await page.goto(`/firms/${firm}/issues?lang=${language}`)
    await page.locator('tbody th a').filter({ hasText: label }).click()
  }
const inbox =
  (query = ''): State['open'] =>
  (page, language, firm) =>
    page.goto(`/firms/${firm}/issues?lang=${language}${query}`)
const connection: State['open'] = (page, language, firm) =>
  page.goto(`/firms/${firm}/quickbooks?lang=${language}`)
const done = '.done:has-text("Invoice 1781")'

const states: readonly State[] = [
  { name: 'the inbox', firm: 'busy', open: inbox(), holds: '.banner' },
  {
    name: 'the inbox for the staff',
    firm: 'busy',
    role: 'staff',
    open: inbox(),
    holds: 'td .panel > .means',
  },
  {
    name: 'the inbox with a menu open',
    firm: 'busy',
    open: async (page, language, firm) => {
      await inbox()(page, language, firm)
      await page.locator('summary').first().click()
    },
    holds: '[open] .panel button',
    part: '[open] .panel',
  },
  { name: 'the inbox where nothing fits', firm: 'busy', open: inbox('&search=nobody'), holds: '.filtered' },
  { name: 'the inbox where nothing ever failed', firm: 'quiet', open: inbox(), holds: '.never' },
  { name: 'the inbox where all is clear', firm: 'done', open: inbox(), holds: '.clear' },
  {
    name: 'the inbox after a skip',
    firm: 'done',
    open: async (page, language, firm) => {
      await inbox('&status=skipped')(page, language, firm)
      const address = await page.locator('tbody th a').getAttribute('href')
      const id = /iss_\w+/u.exec(address ?? '')?.[0]
      await inbox(`&done=skip&issue=${id}`)(page, language, firm)
    },
    holds: `${done} button`,
  },
  { name: 'an open issue', firm: 'busy', open: issue('Invoice 1781'), holds: '.pill.open' },
  {
    name: 'an issue with an endless name, for the staff',
    firm: 'busy',
    role: 'staff',
    open: issue(ENDLESS),
    holds: `h1:has-text("${ENDLESS}")`,
  },
  { name: 'an unrecognized issue', firm: 'busy', open: issue('Invoice 1790'), holds: '.verdict.unknown' },
  {
    name: 'a skipped issue',
    firm: 'done',
    open: async (page, language, firm) => {
      await inbox('&status=skipped')(page, language, firm)
      await page.locator('tbody th a').click()
    },
    holds: '.pill.skipped',
  },
  {
    name: 'a link of the portal',
    firm: 'busy',
    open: async (page, language) => page.goto(`${await fresh()}?lang=${language}`),
    holds: 'form[action^="/portal/"] button.primary',
  },
  {
    name: 'a link that was used',
    firm: 'busy',
    open: (page, language) => page.goto(`/portal/used?lang=${language}`),
    holds: '.intro > .lead:last-child',
  },
  { name: 'the connection', firm: 'busy', open: connection, holds: '.pill.connected' },
  {
    name: 'the connection with the question whether to end it',
    firm: 'busy',
    open: async (page, language, firm) => {
      await connection(page, language, firm)
      await page.locator('.confirm summary').click()
    },
    holds: '.confirm[open] button',
  },
  { name: 'the connection of a firm that has none', firm: 'quiet', open: connection, holds: '.head > .lead' },
  {
    name: 'the connection that must be renewed, for the staff',
    firm: 'done',
    role: 'staff',
    open: connection,
    holds: '.pill.open',
  },
  { name: 'the inbox without a connection', firm: 'done', open: inbox(), holds: '.banner #cut' },
  {
    name: 'the inbox of another firm',
    firm: 'quiet',
    open: (page, language) => page.goto(`/firms/busy/issues?lang=${language}`),
    holds: 'code:text("not-found")',
  },
  {
    name: 'the inbox while nobody is signed in',
    firm: 'busy',
    open: async (page, language, firm) => {
      await page.context().clearCookies()
      await inbox()(page, language, firm)
    },
    holds: '.intro > .lead + p a',
  },
]

let fresh: () => Promise<string>

describeInBrowser('the pages of a firm', (site) => {
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    fresh = () => portalPath(site.stores, 'busy', 'owner')
    await addInboxFirm(site.stores, 'busy', troubles)
    await addInboxFirm(site.stores, 'quiet', [])
    await addInboxFirm(site.stores, 'done', troubles.slice(0, 1))
    const { issues } = await site.stores.issues.list('done', { sort: '-lastSeenAt', limit: 1 })
    const actor = { type: 'member', id: 'owner', via: null } as const
    for (const { doc } of issues) {
      await site.stores.issues.decide('done', doc.id, {
        kind: 'skip',
        actor,
        note: null,
        ifVersion: undefined,
      })
    }
    const { connections } = site.stores.collections
    await connections.insert(keptConnection('busy', { companyName: ENDLESS }))
    await connections.insert(keptConnection('done', { status: 'reconnect-needed', formerRealmId: '1' }))
    visit = await site.visit()
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
  })
  afterAll(() => visit.close())

  /** Signs in as that member, and as nobody else. */
  async function signIn(firm: string, role: MemberRole): Promise<void> {
    const { token } = await site.stores.portal.createLink({ firmId: firm, memberId: role, language: null })
    const session = await site.stores.portal.signIn(token)
    await visit.clearCookies()
    await visit.addCookies([{ name: 'syncdoctor', value: session?.token ?? '', url: site.url }])
  }

  describe.each(languages)('in the language "%s"', (language) => {
    describe.each(states)('$name', ({ firm, role = 'owner', open, holds, part }) => {
      beforeAll(async () => {
        await signIn(firm, role)
        await open(page, language, firm)
        await page.locator(holds).first().waitFor({ state: 'attached' })
      })

      it.each([
        ['light colours and a wide window', { colorScheme: 'light', forcedColors: 'none' }, WIDE],
        ['dark colours and a narrow window', { colorScheme: 'dark', forcedColors: 'none' }, NARROW],
      ] as const)('puts up no barrier, in %s', async (_, media, size) => {
        await page.emulateMedia(media)
        await page.setViewportSize(size)
        expect(await barriers(page, part)).toEqual([])
        expect(await widthOf(page)).toBe(size.width)
      })
    })
  })

  it('mark in forced colours, too, what is chosen and where a button is', async () => {
    await signIn('busy', 'owner')
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' })
    await inbox()(page, 'en', 'busy')
    const styleOf = (selector: string, property: string) =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
      )
    expect(await styleOf('.tabs [aria-current]', 'text-decoration-line')).toBe('underline')
    expect(await styleOf('.main [aria-current]', 'text-decoration-line')).toBe('underline')
    expect(await styleOf('summary', 'border-top-style')).toBe('solid')
    expect(await styleOf('.banner', 'border-top-style')).toBe('solid')
    expect(await barriers(page)).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
  })
})
