/** What a rule may ask about: one fault, and the context of its failure. */
export type FactName =
  | 'text'
  | 'message'
  | 'detail'
  | 'code'
  | 'element'
  | 'faultType'
  | 'httpStatus'
  | 'recordType'
  | 'entity'
  | 'operation'

export type FactValue = string | number | null

export type Facts = Readonly<Record<FactName, FactValue>>

/** One comparison of a fact with a value. */
export interface Comparison {
  readonly fact: FactName
  readonly operator: 'says' | 'matches' | 'startOf' | 'equal' | 'notEqual' | 'in' | 'notIn'
  readonly value: FactValue | readonly FactValue[]
}

/** The condition tree of a json-rules-engine rule, as far as our rules use it. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Comparison }
