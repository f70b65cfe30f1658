import type { BrowserContext, Page } from 'playwright-core'
import type { Language } from '../../src/domain/language.ts'
import { type Translate, translate } from '../../src/messages/translate.ts'

/** The pages of the demo's company in the sandbox. */
export const BOOKS = '/sandbox/books/9341453000000001'

/** Somebody at a browser. */
export interface Person {
  readonly page: Page
  readonly language: Language
  readonly say: Translate
  /** Opens a page of the sandbox. */
  readonly open: (path: string) => Promise<void>
  /** Opens an entry of a list of the books. */
  readonly openEntry: (list: string, name: string) => Promise<void>
  readonly fill: (label: string, value: string) => Promise<void>
  readonly choose: (label: string, option: string) => Promise<void>
  /** Presses a button that leads to a page which tells what was done. */
  readonly press: (name: string) => Promise<void>
}

/** Somebody who uses a browser profile, in this language. */
export async function personIn(visit: BrowserContext, language: Language): Promise<Person> {
  const page = await visit.newPage()
  const open = async (path: string) => {
    await page.goto(`${path}?lang=${language}`)
  }
  return {
    page,
    language,
    say: translate(language),
    open,
    openEntry: async (list, name) => {
      await open(`${BOOKS}/${list}`)
      await page.getByRole('link', { name, exact: true }).click()
    },
    fill: (label, value) => page.getByLabel(label, { exact: true }).fill(value),
    choose: async (label, option) => {
      await page.getByLabel(label, { exact: true }).selectOption({ label: option })
    },
    press: async (name) => {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('status').waitFor()
    },
  }
}
