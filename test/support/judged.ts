import type { Judged } from '../../src/diagnosis/judged.ts'
import type { Comparison } from '../../src/domain/condition.ts'

/** Comparisons of a text with a phrase, and of its code. */
export const says = (value: string): Comparison => ({ fact: 'text', operator: 'says', value })
export const code = (value: string): Comparison => ({ fact: 'code', operator: 'equal', value })

/** A condition tree that held, and one that did not. */
export const held = (tree: Comparison | Tree): Judged => ({ ...tree, result: true })
export const failed = (tree: Comparison | Tree): Judged => ({ ...tree, result: false })

type Tree =
  { readonly all: readonly Judged[] } | { readonly any: readonly Judged[] } | { readonly not: Comparison }
