/** A document as it lies in MongoDB: whole and under a member of its own, so that none of its names is taken. */
export interface StoredDocument {
  readonly _id: string
  readonly version: number
  readonly doc: object
}
