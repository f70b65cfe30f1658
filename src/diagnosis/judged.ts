import type { Comparison } from '../domain/condition.ts'

/** A condition tree after its evaluation: every node knows whether it held. */
export type Judged = { readonly result: boolean } & (
  | Comparison
  | { readonly all: readonly Judged[] }
  | { readonly any: readonly Judged[] }
  | { readonly not: Comparison }
)
