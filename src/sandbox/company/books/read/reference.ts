import type { Field } from '../descriptions/field.ts'

export type ReferenceField = Extract<Field, { kind: 'reference' }>

/** A reference as it stands in an entity. */
export interface Reference {
  /** Where, as `Line.SalesItemLineDetail.ItemRef`. */
  readonly path: string
  readonly field: ReferenceField
  readonly id: string
  /** The kind of a name, where any kind can stand. */
  readonly type: string | undefined
  readonly name: string | undefined
}
