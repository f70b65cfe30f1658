import { afterAll, beforeAll } from '@jest/globals'
import type { CollectionDesign } from '../../src/storage/collection-design.ts'
import type { Collection, Stored, Value } from '../../src/storage/collection.ts'
import type { Storage } from '../../src/storage/storage.ts'
import type { Backend } from './backend.ts'

/** A document to try a storage with. */
export interface Sample extends Stored {
  readonly firm: string
  readonly state?: { readonly is?: Value }
  readonly seen?: string | null
  readonly amount?: number | null
  readonly words?: readonly string[]
  readonly payload?: unknown
}

export type SampleField = 'firm' | 'status' | 'seen' | 'amount'

export const samples: CollectionDesign<SampleField> = {
  name: 'samples',
  fields: { firm: 'firm', status: 'state.is', seen: 'seen', amount: 'amount' },
  indexes: {
    recent: ['firm', 'seen'],
    by_status: ['firm', 'status', 'seen'],
    everywhere: ['seen'],
    sums: ['firm', 'status', 'amount', 'seen'],
  },
  words: { path: 'words', scope: 'firm' },
}

/** Opens a storage for the tests of a block; each call hands out a collection with nothing in it. */
export function newCollections(backend: Backend): () => Promise<Collection<Sample, SampleField>> {
  let storage: Storage | undefined
  let count = 0
  beforeAll(async () => {
    storage = await backend.open(backend.newPlace())
  })
  afterAll(() => storage?.close())
  return async () => {
    if (storage === undefined) throw new Error('Collections are for tests, not for blocks of them.')
    count += 1
    return storage.collection({ ...samples, name: `samples_${count}` })
  }
}
