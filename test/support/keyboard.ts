import type { Locator, Page } from 'playwright-core'

/** Whether this very element has the focus. */
export async function hasFocus(page: Page, element: Locator): Promise<boolean> {
  return (await element.and(page.locator(':focus')).count()) === 1
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(page, element)) return
  }
  throw new Error('No Tab leads there.')
}

interface Stop {
  readonly html: string
  readonly outline: string
  readonly isInView: boolean
}

/** What Tab stops at, from the top of the page to its end, and how that shows that it has the focus. */
export async function stopsOfTab(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(`(() => {
      const element = document.activeElement
      if (element === document.body || element.dataset.seen) return null
      element.dataset.seen = 'yes'
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return {
        html: element.outerHTML.slice(0, 80),
        outline: outlineStyle + ' ' + outlineWidth,
        isInView: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
      }
    })()`)
    if (stop === null) return stops
    stops.push(stop)
  }
}
