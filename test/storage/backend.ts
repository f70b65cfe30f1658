import type { Storage } from '../../src/storage/storage.ts'

/** A kind of storage to put to the test. */
export interface Backend {
  readonly open: (place: string) => Promise<Storage>
  /** Names a place where nothing is stored yet: a file or an address. */
  readonly newPlace: () => string
}
