import { afterAll, beforeAll, expect, it } from '@jest/globals'
import axe from 'axe-core'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { createFileMailer } from '../../src/notices/mail/create-file-mailer.ts'
import { barriers } from '../support/barriers.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'
import { widthOf } from '../support/width-of.ts'

const mail = {
  messageId: '<one@syncdoctor.example>',
  firmId: 'demo',
  to: { name: 'Ada', address: 'ada@demo.example' },
  subject: 'A subject',
  text: 'As text',
  html: '<!doctype html><html lang="en"><title>x</title><style>p{color:#00f}</style><main><p>As HTML</p><script>document.title = "ran"</script></main></html>',
  language: 'en',
} as const

describeInBrowser('the pages about mails', (site) => {
  let demo: DemoServer
  let visit: BrowserContext
  let page: Page

  beforeAll(async () => {
    demo = await startDemo()
    const mailer = createFileMailer({ folder: path.join(demo.folder, 'outbox'), from: 'a@b.example' })
    await mailer.send(mail)
    await mailer.send({
      ...mail,
      firmId: 'other',
      messageId: '<two@syncdoctor.example>',
      subject: 'Of others',
    })
    visit = await site.visit({ baseURL: demo.url, viewport: { width: 320, height: 640 } })
    await visit.addInitScript({ content: axe.source })
    page = await visit.newPage()
    await page.goto(demo.portalUrl)
    await page.locator('form button.primary').click()
  })
  afterAll(async () => {
    await visit.close()
    await demo.stop()
  })

  it.each(
    languages.flatMap((language) =>
      ['/sandbox/mail', '/sandbox/mail/one@syncdoctor.example', '/firms/demo/notices'].map(
        (address) => [address, language] as const,
      ),
    ),
  )('put up no barrier: %s in the language "%s"', async (address, language) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${address}?lang=${language}`)
      // Mails are looked at by themselves.
      await page.evaluate("document.querySelector('iframe')?.remove()")
      expect(await barriers(page)).toEqual([])
      expect(await widthOf(page)).toBe(320)
    }
  })

  it('show the mails of the demo firm alone', async () => {
    await page.goto('/sandbox/mail?lang=en')
    const subjects = await page.locator('tbody th').allInnerTexts()
    expect(subjects).toContain('A subject')
    expect(subjects).not.toContain('Of others')
    expect((await page.goto('/sandbox/mail/two@syncdoctor.example'))?.status()).toBe(404)
  })

  it('show a mail as HTML that can do nothing, and as text', async () => {
    await page.goto('/sandbox/mail/one@syncdoctor.example?lang=en')
    const shown = page.frameLocator('iframe').locator('p')
    await shown.waitFor()
    expect(await shown.innerText()).toBe('As HTML')
    const framed = page.frames().at(1)
    const colour = await framed?.evaluate<string>("getComputedStyle(document.querySelector('p')).color")
    expect(colour).toBe('rgb(0, 0, 255)')
    expect(await framed?.title()).toBe('x')
    expect((await page.locator('.mail pre').innerText()).trim()).toBe('As text')
  })

  it('let a member choose how often mails come', async () => {
    const say = translate('en')
    await page.goto('/firms/demo/notices?lang=en')
    expect(await page.getByLabel(say('notices.at-once'), { exact: true }).isChecked()).toBe(true)
    await page.getByLabel(say('notices.daily'), { exact: true }).check()
    await page.getByRole('button', { name: say('notices.save') }).click()
    expect(await page.getByRole('status').innerText()).toBe(say('notices.saved'))
    expect(await page.getByLabel(say('notices.daily'), { exact: true }).isChecked()).toBe(true)
  })
})
