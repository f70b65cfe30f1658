import { afterAll, describe, it } from '@jest/globals'
import path from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import type { Stores } from '../../src/wiring/create-stores.ts'
import { chromiumFolder } from './global-setup.ts'
import { appAt } from './app-at-intuit.ts'
import { startServer } from './running-server.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'

/** SyncDoctor in a browser. */
export interface Site {
  /** The base address, without a slash at the end. */
  readonly url: string
  /** What the service keeps. */
  readonly stores: Stores
  /** Does at once what open streams do from time to time. */
  readonly hasten: () => void
  /** What firms connect to, at an origin of its own, as Intuit is. */
  readonly sandbox: Sandbox
  /** A browser profile of its own; the addresses of its pages stand under the base address. */
  readonly visit: (options?: BrowserContextOptions) => Promise<BrowserContext>
}

/**
 * Tests in a real browser; all those of a file share one browser and one server. Where no browser starts, they are shown
 * as skipped; in CI, where nobody would notice that, they fail.
 */
export function describeInBrowser(title: string, tests: (site: Site) => void): void {
  if (site !== undefined) {
    describe(title, () => tests(site))
  } else if (process.env.CI === 'true') {
    it(`${title}: a browser starts`, () => {
      throw new AggregateError(refusals, HOW_TO_ENABLE)
    })
  } else {
    // Jest keeps to itself what a skipped file writes to the console.
    process.stderr.write(`SKIPPED the browser tests of ${title}: ${HOW_TO_ENABLE}\n`)
    describe.skip(`${title} (skipped: ${HOW_TO_ENABLE})`, () => tests(nowhere))
  }
}

const HOW_TO_ENABLE = 'No browser starts here. Set CHROMIUM_PATH to a Chromium that does.'

/** How long an element or a page may take; only a test that fails waits as long. */
const WAIT_MILLISECONDS = 15_000

/** Why the browser did not start, way by way. */
const refusals: unknown[] = []
const site = await open()

const nowhere: Site = {
  url: '',
  get stores(): Stores {
    throw new Error('No server has started.')
  },
  get sandbox(): Sandbox {
    throw new Error('No sandbox has started.')
  },
  hasten: () => undefined,
  visit: () => Promise.reject(new Error('No browser has started.')),
}

async function open(): Promise<Site | undefined> {
  const browser = await startChromium()
  if (browser === undefined) return undefined
  const sandbox = await startSandbox()
  const server = await startServer(appAt(sandbox))
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })
  return {
    url: server.url,
    stores: server.stores,
    hasten: server.hasten,
    sandbox,
    visit: async (options) => {
      // Nothing moves: colours that still change while they are looked at would differ from run to run.
      const steady = { baseURL: server.url, locale: 'en', reducedMotion: 'reduce' } as const
      const visit = await browser.newContext({ ...steady, ...options })
      visit.setDefaultTimeout(WAIT_MILLISECONDS)
      return visit
    },
  }
}

/** `--no-sandbox`, as root has none; nothing else, above all nothing that turns the browser's own defences off. */
async function startChromium(): Promise<Browser | undefined> {
  for (const way of await ways()) {
    try {
      return await chromium.launch({ ...way, args: ['--no-sandbox'] })
    } catch (error) {
      refusals.push(error)
    }
  }
  return undefined
}

/** The ways to start it, best first: with the machine's libraries, then with those of the package. */
async function ways() {
  const named = process.env.CHROMIUM_PATH
  if (named) return [{ executablePath: named }]
  const folder = await chromiumFolder()
  const executablePath = path.join(folder, 'chromium')
  const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }
  return [
    { executablePath, env },
    { executablePath, env: { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } },
  ]
}

/** Pastes an error into the form of this page and sends it. */
export async function paste(page: Page, error: string): Promise<void> {
  await page.locator('textarea[name=error]').fill(error)
  const answered = page.waitForEvent('load')
  await page.locator('form.paste button').click()
  await answered
}
