import type { Language } from './language.ts'

/** Menu and setting names of a program, which drift: hence the date they were last checked. */
export interface SystemNames {
  /** The variable articles use, e.g. `quickbooks`. */
  readonly key: string
  readonly name: string
  /** ISO date. */
  readonly reviewed: string
  readonly names: Readonly<Record<string, Readonly<Record<Language, string>>>>
}
