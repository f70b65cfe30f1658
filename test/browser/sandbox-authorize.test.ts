import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type Sandbox, startSandbox } from '../support/sandbox.ts'
import { widthOf } from '../support/width-of.ts'

const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 320, height: 640 }

describeInBrowser('the authorize page of the sandbox', (site) => {
  let sandbox: Sandbox
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    sandbox = await startSandbox()
    sandbox.company.addCompany()
    visit = await site.visit()
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
  })
  afterAll(() => visit.close())

  const addressOf = (changes: Readonly<Record<string, string>> = {}) =>
    `${sandbox.url}/connect/oauth2?${new URLSearchParams({
      client_id: sandbox.address.clientId,
      response_type: 'code',
      // Another site than the sandbox: the page's own rules for forms must let people go back there.
      redirect_uri: `${site.url}/oauth/callback`,
      scope: 'com.intuit.quickbooks.accounting',
      state: 'mine',
      ...changes,
    }).toString()}`

  describe.each(languages)('in the language "%s"', (lang) => {
    it.each([
      ['with a choice of companies', {}],
      ['with what is wrong', { client_id: 'nobody' }],
    ])('puts up no barrier, and never scrolls sideways, %s', async (_what, changes) => {
      await page.goto(addressOf({ lang, ...changes }))
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const size of [WIDE, NARROW]) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(size)
          expect(await barriers(page)).toEqual([])
        }
      }
      expect(await widthOf(page)).toBeLessThanOrEqual(NARROW.width)
      expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${lang}`, 'u'))
    })
  })

  it('lets a person without scripts choose a company by keyboard, and go back connected', async () => {
    const plain = await site.visit({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await reader.goto(addressOf())
    await reader.keyboard.press('Tab')
    await reader.keyboard.press('Tab')
    await reader.keyboard.press('ArrowDown')
    await reader.keyboard.press('Tab')
    const [returned] = await Promise.all([
      reader.waitForRequest(/\/oauth\/callback\?/u),
      reader.keyboard.press('Enter'),
    ])
    const { searchParams } = new URL(returned.url())
    expect(searchParams.get('realmId')).toBe(sandbox.company.realmIds()[1])
    expect(searchParams.get('state')).toBe('mine')
    expect(searchParams.get('code')).not.toBeNull()
    await plain.close()
  })

  it('lets a person say no', async () => {
    await page.goto(addressOf())
    await Promise.all([
      page.waitForRequest(/error=access_denied/u),
      page.locator('button[value=cancel]').click(),
    ])
  })
})
