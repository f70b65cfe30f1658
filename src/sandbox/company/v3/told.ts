import type { Refused } from '../books/company-fault.ts'

/** What an operation has to say: members of the answer, or a refusal. */
export type Told = { readonly members: Readonly<Record<string, unknown>> } | { readonly refused: Refused }
