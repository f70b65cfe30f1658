import { expect, it } from '@jest/globals'
import axe from 'axe-core'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { addInboxFirm, portalPath } from '../support/inbox-firm.ts'
import { tabTo } from '../support/keyboard.ts'
import { widthOf } from '../support/width-of.ts'

describeInBrowser('connecting a firm to QuickBooks', (site) => {
  /** A firm whose owner is signed in on this page. */
  async function ownerOn(page: Page): Promise<string> {
    const firmId = randomUUID()
    await addInboxFirm(site.stores, firmId, [])
    await page.goto(await portalPath(site.stores, firmId, 'owner'))
    await page.locator('main form button').click()
    await page.locator('form.visitor').waitFor()
    return firmId
  }

  it.each(languages.flatMap((language) => [true, false].map((scripts) => ({ language, scripts }))))(
    'goes to Intuit and back, and ends again, by keyboard, in "$language" (scripts: $scripts)',
    async ({ language, scripts }) => {
      const say = translate(language)
      const visit = await site.visit({ locale: `${language}-CA`, javaScriptEnabled: scripts })
      try {
        const page = await visit.newPage()
        const firmId = await ownerOn(page)
        await page.getByRole('link', { name: say('nav.connection'), exact: true }).click()
        await page.getByText(say('connection.never')).waitFor()
        await tabTo(page, page.getByRole('button', { name: say('connection.connect') }))
        await page.keyboard.press('Enter')
        // Another origin: where forms may lead only to our own, the browser stops here.
        await page.waitForURL(`${site.sandbox.url}/connect/oauth2?*`)
        const { realmId } = site.sandbox.company.addCompany()
        await page.reload()
        await page.locator('select[name=realmId]').selectOption(realmId)
        await page.locator('button[value=connect]').click()
        await page.waitForURL(`${site.url}/oauth/outcomes/connected?*`)
        await page.getByRole('heading', { level: 1, name: say('outcome.connected.title') }).waitFor()
        expect(page.url()).not.toContain('code')
        await page.getByRole('link', { name: say('outcome.next') }).click()
        await page.getByText(say('connection.status.connected'), { exact: true }).waitFor()
        expect((await site.stores.collections.connections.get(firmId))?.doc).toMatchObject({
          status: 'connected',
          realmId,
        })
        await tabTo(page, page.locator('.confirm summary'))
        await page.keyboard.press('Enter')
        await page.getByRole('button', { name: say('connection.disconnect') }).click()
        await page.getByRole('status').getByText(say('connection.done.disconnect')).waitFor()
        await page.getByText(say('connection.status.disconnected'), { exact: true }).waitFor()
      } finally {
        await visit.close()
      }
    },
  )

  it('says so when somebody does not agree, and puts up no barrier there', async () => {
    const visit = await site.visit({ viewport: { width: 320, height: 640 } })
    try {
      await visit.addInitScript({ content: axe.source })
      const page = await visit.newPage()
      const firmId = await ownerOn(page)
      await page.goto(`/firms/${firmId}/quickbooks`)
      await page.getByRole('button', { name: translate('en')('connection.connect') }).click()
      await page.locator('button[value=cancel]').click()
      await page.waitForURL('**/oauth/outcomes/denied?*')
      expect(await barriers(page)).toEqual([])
      expect(await widthOf(page)).toBe(320)
    } finally {
      await visit.close()
    }
  })
})
