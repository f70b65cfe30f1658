import type { EvidenceKind, evidenceFields } from './evidence-fields.ts'

type Fields = typeof evidenceFields

type ValueOf<Field> = Field extends { readonly type: 'flag' }
  ? boolean
  : Field extends { readonly type: 'list' }
    ? readonly string[]
    : Field extends { readonly when: string }
      ? string | null
      : string

/** The values of one kind of fact; of lists, an empty one tells that there is nothing. */
export type EvidenceValues<Kind extends EvidenceKind> = {
  readonly [Name in keyof Fields[Kind]]: ValueOf<Fields[Kind][Name]>
}

interface EvidenceOf<Kind extends EvidenceKind> {
  readonly kind: Kind
  readonly values: EvidenceValues<Kind>
  readonly source: 'quickbooks' | 'host'
  /** ISO 8601. */
  readonly readAt: string
  /** Whether what made the record fail still stands; `unknown`: this fact does not tell. */
  readonly cause: 'gone' | 'stands' | 'unknown'
  /** What helps now; `link`: the record is in the books, under the fact's `quickbooksId`. */
  readonly recommends: 'resync' | 'link' | 'skip' | null
}

/** A fact read from the books or the host for one issue. */
export type Evidence<Kind extends EvidenceKind = EvidenceKind> = { [One in Kind]: EvidenceOf<One> }[Kind]
