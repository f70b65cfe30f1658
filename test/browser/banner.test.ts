import { afterAll, expect, it } from '@jest/globals'
import axe from 'axe-core'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { addInboxFirm, reportTroubles, type Trouble } from '../support/inbox-firm.ts'
import { hasFocus, tabTo } from '../support/keyboard.ts'
import { headersOf } from '../support/tenant.ts'
import { widthOf } from '../support/width-of.ts'

const invoice: Trouble = { row: 4, record: { type: 'invoice', id: 'inv_1', label: 'Invoice 1781' } }
const client: Trouble = { row: 2, record: { type: 'client', id: 'c_1', label: 'Café Léa', money: null } }

describeInBrowser('the banner on a page of the host', (site) => {
  const closing: (() => Promise<unknown>)[] = []
  afterAll(() => Promise.all(closing.map((close) => close())))

  interface Wish {
    readonly troubles: readonly Trouble[]
    readonly lang?: string
    /** What the element is given, beside its address. */
    readonly attributes?: string
    /** Whether the page has the script at all. */
    readonly scripted?: boolean
  }

  /** A host, at an origin of its own and with a strict policy, that passes on what it asks with its key. */
  async function aHost({
    troubles,
    lang = 'en',
    attributes = 'src="/syncdoctor/banner"',
    scripted = true,
  }: Wish) {
    const firmId = randomUUID()
    await addInboxFirm(site.stores, firmId, troubles)
    const key = await headersOf(site.stores, 'integrator')
    const ask = async (accept: string, language: string) => {
      const query = `lang=${language}&link=${encodeURIComponent('/syncdoctor/open')}`
      const address = `${site.url}/v1/firms/${firmId}/banner?${query}`
      return (await fetch(address, { headers: { ...key, Accept: accept } })).text()
    }
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.example')
      if (pathname === '/syncdoctor/banner') {
        response.writeHead(200, { 'Content-Type': 'application/json' })
        response.end(await ask('application/json', searchParams.get('lang') ?? 'en'))
        return
      }
      const policy = `default-src 'none'; script-src ${site.url}; connect-src 'self'; style-src 'self' 'unsafe-inline'`
      const inside = await ask('text/html', lang)
      const script = scripted ? `<script src="${site.url}/banner.js" defer></script>` : ''
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
      })
      response.end(
        `<!doctype html><html lang="${lang}"><head><title>Practice</title>${script}<meta name="viewport" content="width=device-width">` +
          `</head><body><main><h1>Practice</h1><syncdoctor-banner ${attributes}>${inside}</syncdoctor-banner></main></body></html>`,
      )
    }
    const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const visit = await site.visit({ baseURL: `http://127.0.0.1:${port}` })
    await visit.addInitScript({ content: axe.source })
    const page = await visit.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    closing.push(async () => {
      await visit.close()
      server.closeAllConnections()
      server.close()
    })
    await page.goto('/')
    return { page, firmId, complaints }
  }

  /** The region that the element itself has made. */
  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

  it.each(languages)('says in “%s” what is open, and puts up no barrier', async (language) => {
    const say = translate(language)
    const lang = language === 'fr' ? 'fr-CA' : 'en'
    const { page, complaints } = await aHost({ troubles: [invoice, client], lang })
    await page.locator('syncdoctor-banner section .sign').waitFor()
    await region(page, say('banner.title', { count: 2 })).waitFor()
    for (const [colorScheme, forcedColors, width] of [
      ['light', 'none', 1280],
      ['dark', 'none', 320],
      ['light', 'active', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 700 })
      if (forcedColors === 'none') expect(await barriers(page, 'syncdoctor-banner')).toEqual([])
      expect(await widthOf(page)).toBe(width)
    }
    expect(complaints).toEqual([])
  })

  it('leads by keyboard to the guides, and to where the host signs its member in', async () => {
    const { page } = await aHost({ troubles: [invoice] })
    const name = translate('en')('banner.title', { count: 1 })
    const guide = region(page, name).getByRole('listitem').getByRole('link')
    await page.locator('syncdoctor-banner .sign').waitFor()
    await tabTo(page, guide)
    expect(await guide.getAttribute('href')).toBe(`${site.url}/errors/duplicate-document-number?lang=en`)
    const next = page.locator('syncdoctor-banner a.next')
    await tabTo(page, next)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/syncdoctor/open')
  })

  it('is not there while nothing is open, comes when something is, and is told to those who do not see it', async () => {
    const { page, firmId } = await aHost({ troubles: [] })
    const banner = page.locator('syncdoctor-banner')
    await page.locator('syncdoctor-banner[hidden]').waitFor({ state: 'attached' })
    expect(await banner.isVisible()).toBe(false)
    await reportTroubles(site.stores, firmId, [invoice])
    const comesBack = () => page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await comesBack()
    const say = translate('en')
    await region(page, say('banner.title', { count: 1 })).waitFor()
    await tabTo(page, page.locator('syncdoctor-banner a.next'))
    await reportTroubles(site.stores, firmId, [client])
    await comesBack()
    await region(page, say('banner.title', { count: 2 })).waitFor()
    const said = page.locator('syncdoctor-banner [role=status]')
    expect(await said.textContent()).toBe(say('banner.title', { count: 2 }))
    expect(await hasFocus(page, page.locator('syncdoctor-banner a').nth(1))).toBe(true)
  })

  it('shows what the page itself gives it, and leads to nothing but pages', async () => {
    const data = {
      open: 1,
      title: '<b>1</b> record',
      causes: [{ text: 'A cause', href: 'javascript:alert(1)' }],
      more: null,
      atStake: null,
      next: { text: 'Go on', href: '/go' },
    }
    const attributes = `data='${JSON.stringify(data).replaceAll("'", '&#39;')}'`
    const { page } = await aHost({ troubles: [], attributes })
    await region(page, '<b>1</b> record').waitFor()
    expect(await page.locator('syncdoctor-banner b').count()).toBe(0)
    expect(await page.locator('syncdoctor-banner a').allInnerTexts()).toEqual(['Go on'])
  })

  it.each([
    ['does not answer', 'src="http://127.0.0.1:9/"'],
    ['answers something else', `data='{"title":"Not found","status":404}'`],
  ])('keeps what it shows where the host %s', async (_, attributes) => {
    const { page } = await aHost({ troubles: [invoice], attributes })
    const name = translate('en')('banner.title', { count: 1 })
    await region(page, name).waitFor()
  })

  it.each(languages)('is whole in “%s” without any script', async (language) => {
    const say = translate(language)
    const { page } = await aHost({ troubles: [invoice, client], lang: language, scripted: false })
    const banner = region(page, say('banner.title', { count: 2 }))
    await banner.waitFor()
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 700 })
      expect(await barriers(page, 'section')).toEqual([])
      expect(await widthOf(page)).toBe(width)
    }
    expect(await banner.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 176, 32)',
    )
  })
})
