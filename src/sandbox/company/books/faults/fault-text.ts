import type { CompanySettings } from '../books.ts'

/** The words of a fault: message and detail in each language of a company; `{name}` is a place for a value. */
export type FaultText = { readonly code: string } & Readonly<
  Record<CompanySettings['language'], readonly [message: string, detail: string]>
>
