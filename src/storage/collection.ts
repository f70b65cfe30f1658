/** A document as it is kept: JSON values only, under an id of its own. No member's name holds NUL. */
export interface Stored {
  readonly id: string
}

/** A document and how often it was written; the first time is 1. */
export interface Versioned<T> {
  readonly doc: T
  readonly version: number
}

/** What an index can hold. */
export type Value = string | number | null

export type Equals<F extends string> = { readonly [Field in F]?: Value }

/** Where a page ended: the value it was sorted by, and the id. */
export interface Position {
  readonly value: string
  readonly id: string
}

export interface PageQuery<F extends string> {
  /** One of the declared indexes; its last field, a text, is what the page is sorted by, then the id. */
  readonly index: string
  readonly equals?: Equals<F>
  readonly descending?: boolean
  /** Bounds of the sort field, both inclusive. */
  readonly from?: string
  readonly until?: string
  readonly after?: Position
  /** Each must begin one of the document's words. */
  readonly wordPrefixes?: readonly string[]
  /** 1 or more. */
  readonly limit: number
}

export interface TallyQuery<F extends string> {
  readonly index: string
  readonly equals?: Equals<F>
  readonly by: readonly F[]
  /** A field with whole numbers, or null. */
  readonly sum?: F
}

export interface Tally<F extends string> {
  readonly by: Readonly<Record<F, Value>>
  readonly count: number
  /** Exact; a sum beyond 2^53 is an exception. */
  readonly sum: number
}

/**
 * One kind of document. Every method is one atomic step, durable when it resolves, also between processes; there are no
 * transactions, so what must change together is one document.
 */
export interface Collection<T extends Stored, F extends string> {
  /** False: the id exists. */
  insert(doc: T): Promise<boolean>
  get(id: string): Promise<Versioned<T> | undefined>
  /** False: it has changed meanwhile, or is gone. */
  replace(doc: T, ifVersion: number): Promise<boolean>
  /** False: it has changed meanwhile, or is gone. */
  remove(id: string, ifVersion: number): Promise<boolean>
  /** Documents whose sort field is null are on no page. */
  page(query: PageQuery<F>): Promise<readonly Versioned<T>[]>
  /** A group without documents is not there. */
  tally(query: TallyQuery<F>): Promise<readonly Tally<F>[]>
}
