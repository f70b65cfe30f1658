import { expect } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2 at levels A and AA, and what axe holds for good practice. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What would keep somebody from using the page as it stands, or one part of it, as far as axe, which is on it already,
 * can tell.
 */
export async function barriers(page: Page, part = 'html'): Promise<readonly string[]> {
  const asked = `${JSON.stringify(part)}, ${JSON.stringify({ runOnly: STANDARDS })}`
  const { passes, violations, incomplete } = await page.evaluate<AxeResults>(`axe.run(${asked})`)
  // Where the checks have not run, they find nothing.
  expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'target-size']))
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
