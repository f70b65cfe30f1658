import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { z } from 'zod'
import type { Language } from '../../src/domain/language.ts'
import { createGuides } from '../../src/guides/create-guides.ts'
import { describeInBrowser } from '../support/browser.ts'
import { catalog } from '../support/catalog.ts'
import { type DemoServer, startDemo } from '../support/demo-server.ts'
import { inHost, journeys } from '../support/journeys.ts'
import { tabTo } from '../support/keyboard.ts'
import { type Person, personIn } from '../support/person.ts'
import { widthOf } from '../support/width-of.ts'

const guides = createGuides(catalog)

const ledger = z.object({
  entries: z.array(
    z.object({
      operation: z.string(),
      entity: z.string(),
      by: z.string(),
      docNumber: z.string().nullable(),
      name: z.string().nullable(),
      totalAmt: z.number().nullable(),
    }),
  ),
})

type Entry = z.infer<typeof ledger>['entries'][number]

describeInBrowser('from an error to the books', (site) => {
  let demo: DemoServer
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

  beforeAll(async () => {
    demo = await startDemo()
    const visit = await site.visit({ baseURL: demo.url })
    const page = await visit.newPage()
    await page.goto(demo.portalUrl)
    await page.locator('main form button').click()
    await page.locator('form.visitor').waitFor()
    signedIn = await visit.storageState()
    await visit.close()
  })
  afterAll(() => demo.stop())

  async function withPerson(
    language: Language,
    options: BrowserContextOptions,
    job: (person: Person) => Promise<void>,
  ): Promise<void> {
    const visit = await site.visit({
      baseURL: demo.url,
      locale: `${language}-CA`,
      storageState: signedIn,
      ...options,
    })
    try {
      await job(await personIn(visit, language))
    } finally {
      await visit.close()
    }
  }

  /** What was written to the books over the API since they began, as far as it is like this. */
  async function writtenLike(like: Partial<Entry>): Promise<number> {
    const answer = await fetch(`${demo.url}/_sandbox/ledger`)
    const { entries } = ledger.parse(await answer.json())
    return entries.filter(
      (entry) =>
        entry.operation === 'create' &&
        entry.by === 'api' &&
        (Object.keys(like) as (keyof Entry)[]).every((member) => entry[member] === like[member]),
    ).length
  }

  const openIssue = async ({ page, open }: Person, record: string) => {
    await open('/firms/demo/issues')
    await page.getByRole('link', { name: record, exact: true }).click()
  }

  /** Waits for the end of what is under way: it shows by itself, or without scripts where somebody looks again. */
  async function waitForEnd({ page, say }: Person, scripts: boolean): Promise<void> {
    const end = page.locator('#action[data-under-way=false]')
    if (!scripts) {
      while ((await end.count()) === 0) await page.getByRole('link', { name: say('progress.look') }).click()
    }
    await end.waitFor()
  }

  it.each(journeys.map((journey) => [journey.item, journey.record.slice(0, 30), journey] as const))(
    'item %i, %s: the guide, the cure, the resync, and the record is in the books once',
    async (_item, _record, { item, record, language, scripts, cure, written }) => {
      await withPerson(language, { javaScriptEnabled: scripts }, async (person) => {
        const { page, say } = person
        const slug = catalog.rules.find((rule) => rule.item.number === item)?.item.slug ?? null
        const before = written === undefined ? 0 : await writtenLike(written)

        await openIssue(person, record)
        await page.getByRole('heading', { name: guides.title(slug, language) }).waitFor()
        const address = new URL(page.url()).pathname

        await cure(person)

        await person.open(address)
        await page.getByRole('link', { name: say('act.resync') }).click()
        await page.getByText(say('confirm.advice.recommended')).waitFor()
        await page.getByRole('button', { name: say('confirm.resync') }).click()
        await waitForEnd(person, scripts)
        await page.locator('.head .pill.resolved').waitFor()
        const outcome = written === undefined ? 'progress.linked' : 'progress.created'
        await page.locator('#action').getByText(say(outcome)).waitFor()
        if (written !== undefined) expect(await writtenLike(written)).toBe(before + 1)
      })
    },
  )

  it('item 4, with the keyboard alone: the invoice gets another number, and is in the books once', async () => {
    await withPerson('en', {}, async ({ page, say, open }) => {
      const enter = async (element: ReturnType<Page['locator']>) => {
        await tabTo(page, element)
        await page.keyboard.press('Enter')
      }
      await open('/firms/demo/issues')
      await enter(page.getByRole('link', { name: 'Invoice 1781', exact: true }))
      await page.getByRole('heading', { name: guides.title('duplicate-document-number', 'en') }).waitFor()
      const address = new URL(page.url()).pathname

      await open(inHost('invoice', 'inv_1781'))
      await tabTo(page, page.getByLabel(say('sandbox.field.number'), { exact: true }))
      await page.keyboard.press('Control+A')
      await page.keyboard.type('1786')
      await page.keyboard.press('Enter')
      await page.getByRole('status').waitFor()

      await open(address)
      await enter(page.getByRole('link', { name: say('act.resync') }))
      await page.getByText(say('confirm.advice.recommended')).waitFor()
      await enter(page.getByRole('button', { name: say('confirm.resync') }))
      await page.locator('.head .pill.resolved').waitFor()
      // Whoever cannot see it is told.
      expect(await page.locator('[data-said]').innerText()).toContain(say('progress.created'))
      expect(await writtenLike({ entity: 'Invoice', docNumber: '1786' })).toBe(1)
      // The one that was made by hand is there still, and no second one beside it.
      expect(await writtenLike({ entity: 'Invoice', docNumber: '1781' })).toBe(0)
    })
  })

  it('a skip leaves the record out of the books, and can be taken back', async () => {
    await withPerson('en', {}, async (person) => {
      const { page, say } = person
      await openIssue(person, 'Refund of invoice 1770')
      await page.getByRole('button', { name: say('decision.skip'), exact: true }).click()
      await page.locator('.head .pill.skipped').waitFor()
      expect(await writtenLike({ entity: 'RefundReceipt', totalAmt: 100 })).toBe(0)
      await page.getByRole('button', { name: say('decision.reopen') }).click()
      await page.locator('.head .pill.open').waitFor()
    })
  })

  describe('once everything begins anew', () => {
    beforeAll(() =>
      withPerson('en', {}, async ({ open, press, say }) => {
        await open('/sandbox/host')
        await press(say('sandbox.host.reset'))
      }),
    )

    it('a client is linked with the customer that it is, without scripts', async () => {
      await withPerson('en', { javaScriptEnabled: false }, async (person) => {
        const { page, say, fill } = person
        await person.openEntry('customers', 'Harbor Dental')
        const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
        await openIssue(person, 'Harbor Dental Group')
        await page.getByRole('link', { name: say('act.link') }).click()
        await fill(say('link.id'), id)
        await page.getByRole('button', { name: say('link.look') }).click()
        await page.getByRole('heading', { name: say('link.found', { id }) }).waitFor()
        await page.setViewportSize({ width: 320, height: 640 })
        expect(await widthOf(page)).toBe(320)
        await page.getByRole('button', { name: say('confirm.link') }).click()
        await waitForEnd(person, false)
        await page.locator('.head .pill.resolved').waitFor()
        await person.open(inHost('client', 'cli_harbor'))
        expect(await page.locator('main .pill').first().innerText()).toBe('Synced')
        expect(await writtenLike({ entity: 'Customer', name: 'Harbor Dental Group' })).toBe(0)
      })
    })

    it('a service is deleted in the practice software, after its name was typed', async () => {
      await withPerson('en', {}, async (person) => {
        const { page, say } = person
        await openIssue(person, 'Year-end review')
        await page.getByRole('link', { name: say('act.delete') }).click()
        await page.getByLabel(say('delete.name', { label: 'Year-end review' })).fill('Year-end review')
        await page.getByRole('button', { name: say('confirm.delete') }).click()
        await waitForEnd(person, true)
        await page.locator('.head .pill.deleted').waitFor()
        const answer = await page.goto(`${inHost('service', 'svc_review')}?lang=en`)
        expect(answer?.status()).toBe(404)
      })
    })
  })
})
