import type { App } from '../../src/app.ts'
import type { Config } from '../../src/config/config.ts'
import type { QuickBooksServices } from '../../src/wiring/connect-quickbooks.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'

/** QuickBooks as this configuration sets it up; undefined: not at all. */
export async function quickBooksFor(
  { quickbooks }: Pick<App, 'quickbooks'>,
  { intuit, secretKeys }: Config,
  kept: { readonly stores: Stores; readonly now: () => Date },
): Promise<QuickBooksServices | undefined> {
  if (intuit === undefined || secretKeys === undefined) return undefined
  return quickbooks({ intuit, secretKeys, ...kept, onNotRenewed: () => undefined })
}
