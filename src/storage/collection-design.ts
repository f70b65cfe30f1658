/** A collection's name, and which of its documents' members can be asked for. */
export interface CollectionDesign<F extends string> {
  readonly name: string
  /** Where each field stands in a document, e.g. `record.type`. */
  readonly fields: Readonly<Record<F, string>>
  /** The fields of each index: those asked for by value first, the one to sort by last. Once changed, it takes a new name. */
  readonly indexes: Readonly<Record<string, readonly NoInfer<F>[]>>
  /** Indexes that few documents stand in: only those that have a value to sort by. They are not for tallies. */
  readonly sparse?: readonly string[]
  /**
   * For search by the beginnings of words: the member with a document's words, and the field that narrows it down, which
   * no document lacks.
   */
  readonly words?: { readonly path: string; readonly scope: NoInfer<F> }
}
