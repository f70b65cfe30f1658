import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { type Language, languages } from '../../src/domain/language.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser, paste } from '../support/browser.ts'
import { catalog } from '../support/catalog.ts'
import { widthOf } from '../support/width-of.ts'

const DUPLICATE_NUMBER =
  'Duplicate Document Number Error: Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188'
const ENDLESS = 'Wagnerianische'.repeat(20)

const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 320, height: 640 }

type Open = (page: Page, language: Language) => Promise<unknown>

const at =
  (path: string): Open =>
  (page, language) =>
    page.goto(`${path}?lang=${language}`)
const answerTo =
  (error: string): Open =>
  async (page, language) => {
    await page.goto(`/?lang=${language}`)
    await paste(page, error)
  }

/** Every kind of page, and what is on it alone. */
const pages = [
  { name: 'the paste box', open: at('/'), holds: 'a[href*=example]' },
  { name: 'the paste box after it was sent empty', open: answerTo(' '), holds: '.mistake' },
  { name: 'the answer to a known error', open: answerTo(DUPLICATE_NUMBER), holds: '.verdict:not(.unknown)' },
  {
    name: 'the answer to a known error with an endless name',
    open: answerTo(`Can't find an exact match for *${ENDLESS}* in your QuickBooks account`),
    holds: `.verdict:has-text("${ENDLESS}")`,
  },
  {
    name: 'the answer to an unknown error with an endless word',
    open: answerTo(`the printer is out of ${ENDLESS}`),
    holds: '.verdict.unknown',
  },
  { name: 'the error table', open: at('/errors'), holds: 'table' },
  { name: 'an article', open: at('/errors/duplicate-document-number'), holds: '#published' },
  { name: 'the article on unknown errors', open: at('/errors/unrecognized'), holds: '.crumb + .intro' },
  {
    name: 'the page of a problem',
    open: at('/problems/invalid-request'),
    holds: 'code:text("invalid-request")',
  },
  {
    name: 'the page for an address with nothing there',
    open: at('/nothing'),
    holds: 'code:text("not-found")',
  },
]

describeInBrowser('the pages', (site) => {
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    visit = await site.visit()
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
  })
  afterAll(() => visit.close())

  describe.each(languages)('in the language "%s"', (language) => {
    describe.each(pages)('$name', ({ open, holds }) => {
      beforeAll(async () => {
        await open(page, language)
        await page.locator(holds).first().waitFor()
      })

      it.each([
        ['light colours and a wide window', 'light', WIDE],
        ['light colours and a narrow window', 'light', NARROW],
        ['dark colours and a wide window', 'dark', WIDE],
        ['dark colours and a narrow window', 'dark', NARROW],
      ] as const)('puts up no barrier, in %s', async (_, colorScheme, size) => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(size)
        expect(await barriers(page)).toEqual([])
      })

      it('never scrolls sideways, 320 pixels being enough', async () => {
        await page.setViewportSize(NARROW)
        expect(await widthOf(page)).toBe(NARROW.width)
      })
    })

    it.each(catalog.rules.map(({ item }) => item.slug))('the article on %s is no different', async (slug) => {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(NARROW)
      await at(`/errors/${slug}`)(page, language)
      await page.locator('#published').waitFor()
      expect(await widthOf(page)).toBe(NARROW.width)
      expect(await barriers(page)).toEqual([])
    })
  })

  it('are dark for whoever wants them dark', async () => {
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    await page.goto('/')
    await page.emulateMedia({ colorScheme: 'light' })
    const light = await ground()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await ground()).not.toBe(light)
  })
})
