import { describe, expect, it } from '@jest/globals'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { describeInBrowser, paste } from '../support/browser.ts'
import { catalog } from '../support/catalog.ts'
import { hasFocus, stopsOfTab, tabTo } from '../support/keyboard.ts'

/** Row 4 as the table prints it. */
const duplicateNumber = {
  error:
    'Duplicate Document Number Error: Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188',
  title: { en: 'Document number already used', fr: 'Numéro de document déjà utilisé' },
}
/** Row 10 as the table prints it. */
const nameTooLong = {
  error:
    'String length is either shorter or longer than supported by specification: String length specified does not match the supported length. Min:0 Max:100 supported. Supplied length:110',
  title: { en: 'Service name too long', fr: 'Nom de service trop long' },
}
const outOfPaper = {
  error: 'the printer is out of paper',
  title: { en: 'Not recognized', fr: 'Non reconnue' },
}

const title = (page: Page) => page.locator('.verdict h2').innerText()
const guide = (page: Page) => page.locator('article.guide')
const errorBox = (page: Page) => page.locator('textarea[name=error]')
const recordType = (page: Page) => page.locator('select[name=recordType]')

describeInBrowser('whoever has an error', (site) => {
  /** A test that begins at the paste box, in a browser profile of its own. */
  const fromPasteBox =
    (job: (page: Page, visit: BrowserContext) => Promise<void>, options?: BrowserContextOptions) =>
    async () => {
      const visit = await site.visit(options)
      try {
        const page = await visit.newPage()
        await page.goto('/')
        await job(page, visit)
      } finally {
        await visit.close()
      }
    }

  describe.each(languages)('and a browser that asks for "%s"', (language) => {
    const locale = `${language}-CA`
    const say = translate(language)
    const copyButton = (page: Page) => page.getByRole('button', { name: say('answer.copy') })

    it(
      'gets the answer with the keyboard alone',
      fromPasteBox(
        async (page) => {
          await tabTo(page, errorBox(page))
          await page.keyboard.type(duplicateNumber.error)
          await tabTo(page, recordType(page))
          await page.keyboard.type(say('recordType.invoice').slice(0, 3))
          await tabTo(page, page.getByRole('button', { name: say('diagnose.submit') }))
          const answered = page.waitForEvent('load')
          await page.keyboard.press('Enter')
          await answered
          expect(await title(page)).toBe(duplicateNumber.title[language])
          expect(await errorBox(page).inputValue()).toBe(duplicateNumber.error)
          expect(await recordType(page).inputValue()).toBe('invoice')
          await tabTo(page, copyButton(page))
        },
        { locale },
      ),
    )

    it(
      'gets the answer without scripts, and no button that needs them',
      fromPasteBox(
        async (page) => {
          await recordType(page).selectOption('invoice')
          await paste(page, duplicateNumber.error)
          expect(await title(page)).toBe(duplicateNumber.title[language])
          expect(await guide(page).innerText()).toContain('3188')
          expect(await recordType(page).inputValue()).toBe('invoice')
          expect(await page.getByText(say('answer.copy')).count()).toBe(1)
          expect(await copyButton(page).count()).toBe(0)
        },
        { locale, javaScriptEnabled: false },
      ),
    )

    it.each([
      { row: 4, ...duplicateNumber, numbers: ['1781', '3188'] },
      { row: 10, ...nameTooLong, numbers: ['110', '100'] },
    ])('finds the numbers of the published message of row $row in its guide', async (published) => {
      await fromPasteBox(
        async (page) => {
          await paste(page, published.error)
          expect(await title(page)).toBe(published.title[language])
          const stressed = await guide(page).locator('p').first().locator('strong').allInnerTexts()
          expect(stressed).toEqual(expect.arrayContaining(published.numbers))
        },
        { locale },
      )()
    })

    it(
      'is told that “the printer is out of paper” is not recognized, and gets a guide all the same',
      fromPasteBox(
        async (page) => {
          await paste(page, outOfPaper.error)
          expect(await title(page)).toBe(outOfPaper.title[language])
          await page.getByText(say('answer.unrecognized.detail')).filter({ visible: true }).waitFor()
          expect(await guide(page).locator('h2').allInnerTexts()).toEqual(
            catalog.languages[language].sections,
          )
        },
        { locale },
      ),
    )

    it(
      'is asked for a message when there was none',
      fromPasteBox(
        async (page) => {
          await paste(page, ' ')
          expect(await page.locator('.mistake').innerText()).toBe(say('diagnose.error.missing'))
          expect(await guide(page).count()).toBe(0)
        },
        { locale },
      ),
    )

    it(
      'copies the whole answer for a ticket',
      fromPasteBox(
        async (page, visit) => {
          await visit.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url })
          await paste(page, "Can't find an exact match for *Smith & <Sons>* in your QuickBooks account")
          await copyButton(page).click()
          await page.getByRole('status').getByText(say('answer.copied')).waitFor()
          const ticket = await page.evaluate<string>('navigator.clipboard.readText()')
          const headings = catalog.languages[language].sections.map((section) => section.toUpperCase())
          for (const part of [await title(page), 'Smith & <Sons>', ...headings]) {
            expect(ticket).toContain(part)
          }
        },
        { locale },
      ),
    )

    it(
      'is told when the browser refuses to copy',
      fromPasteBox(
        async (page, visit) => {
          await visit.addInitScript('navigator.clipboard.writeText = () => Promise.reject(new Error())')
          await paste(page, outOfPaper.error)
          await copyButton(page).click()
          await page.getByRole('status').getByText(say('answer.copyFailed')).waitFor()
        },
        { locale },
      ),
    )
  })

  it(
    'keeps the answer while switching to French and back',
    fromPasteBox(async (page) => {
      await recordType(page).selectOption('payment')
      await paste(page, duplicateNumber.error)
      for (const { language, name, lang } of [
        { language: 'fr', name: 'Français', lang: 'fr-CA' },
        { language: 'en', name: 'English', lang: 'en' },
      ] as const) {
        const answered = page.waitForEvent('load')
        await page.getByRole('button', { name }).click()
        await answered
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        expect(await title(page)).toBe(duplicateNumber.title[language])
        expect(await guide(page).innerText()).toContain('1781')
        expect(await errorBox(page).inputValue()).toBe(duplicateNumber.error)
        expect(await recordType(page).inputValue()).toBe('payment')
      }
    }),
  )

  it(
    'stays in the chosen language, whatever the browser asks for',
    fromPasteBox(async (page) => {
      await page.getByRole('link', { name: 'Français' }).click()
      await page.waitForURL('**/?lang=fr')
      await paste(page, outOfPaper.error)
      expect(await title(page)).toBe(outOfPaper.title.fr)
      await page.getByRole('link', { name: translate('fr')('nav.errors') }).click()
      await page.getByRole('heading', { name: translate('fr')('errors.title') }).waitFor()
    }),
  )

  it(
    'can skip with the keyboard what stands above the paste box',
    fromPasteBox(async (page) => {
      await page.keyboard.press('Tab')
      expect(await hasFocus(page, page.getByRole('link', { name: translate('en')('nav.skip') }))).toBe(true)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await hasFocus(page, errorBox(page))).toBe(true)
    }),
  )

  it.each(['light', 'dark'] as const)(
    'reaches with the keyboard all there is to use, and sees where it is, in %s colours',
    async (colorScheme) => {
      await fromPasteBox(
        async (page) => {
          await paste(page, duplicateNumber.error)
          const usable = page.locator('a, button, textarea, select').filter({ visible: true })
          const stops = await stopsOfTab(page)
          expect(stops).toHaveLength(await usable.count())
          for (const stop of stops) expect(stop).toMatchObject({ outline: 'solid 3px', isInView: true })
        },
        { colorScheme },
      )()
    },
  )
})
