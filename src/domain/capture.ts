import type { FactName } from './condition.ts'

/** Where a named value is read: a pattern with a group of that name over the text, or a fact as it is. */
export type CaptureSource = { readonly pattern: string; readonly as?: 'digits' } | { readonly fact: FactName }

/** Values taken from one failure, by name; a value that the text does not hold is absent. */
export type Captures = Readonly<Record<string, string>>
