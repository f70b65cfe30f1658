import type { Page } from 'playwright-core'

/** How wide the page is; more than its window, and it scrolls sideways. */
export async function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}
