import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { languages } from '../../src/domain/language.ts'
import { createWriteMail } from '../../src/notices/mail/create-write-mail.ts'
import type { MailContent } from '../../src/notices/mail/mail-content.ts'
import { root } from '../../src/root.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { mailContents } from '../support/mail-contents.ts'
import { widthOf } from '../support/width-of.ts'

const { guides } = await createApp(root)
const write = createWriteMail({
  titleOf: (slug, language) => guides.title(slug, language),
  publicUrl: 'https://sync.example.com',
})
/** Where pictures of them are put, for people to look at. */
const pictures = process.env.MAIL_PICTURES

describeInBrowser('mails', (site) => {
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    visit = await site.visit({ viewport: { width: 320, height: 640 } })
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
    await page.goto('about:blank')
  })
  afterAll(() => visit.close())

  describe.each(languages)('in the language "%s"', (language) => {
    it.each(Object.entries(mailContents))(
      'put up no barrier, and fit narrow windows: %s',
      async (kind, content) => {
        const { html, text } = mailOf(content, language)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setContent(html)
          expect(await barriers(page)).toEqual([])
          expect(await widthOf(page)).toBe(320)
          if (pictures === undefined) continue
          await mkdir(pictures, { recursive: true })
          const name = path.join(pictures, `${kind}-${language}-${colorScheme}`)
          await page.screenshot({ path: `${name}.png`, fullPage: true })
          await writeFile(`${name}.txt`, text)
        }
      },
    )
  })
})

function mailOf(content: MailContent, language: (typeof languages)[number]) {
  const firm = {
    id: 'acme',
    name: 'Acme Accounting',
    locale: 'en-CA',
    timeZone: 'America/Toronto',
    currency: 'CAD',
    notificationAddresses: [],
    host: null,
    resyncBy: 'syncdoctor',
    createdAt: '2026-03-01T12:00:00.000Z',
    updatedAt: '2026-03-01T12:00:00.000Z',
  } as const
  const member = {
    id: 'ada',
    firmId: 'acme',
    name: 'Ada Nowak',
    email: 'ada@acme.example',
    role: 'owner',
    language,
    notices: 'at-once',
  } as const
  return write(content, { firm, told: { member, since: null }, reference: 'AbCdEfGhIjKlMnOpQrStUv' })
}
