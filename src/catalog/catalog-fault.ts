/** Something wrong with a file of the catalog, said so that its author can mend it. */
export interface CatalogFault {
  /** Path from the project's root. */
  readonly file: string
  /** The item's name (`04-duplicate-document-number`) or the file's. */
  readonly name: string
  readonly reason: string
}
