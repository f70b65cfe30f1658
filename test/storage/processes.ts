import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Collection } from '../../src/storage/collection.ts'
import { allAtOnce, startStorageProcess, type StorageProcess } from '../support/storage-processes.ts'
import type { Backend } from './backend.ts'
import { type Sample, type SampleField, samples } from './samples.ts'

const { words, ...wordless } = samples
/** With words, a write is more than one statement. */
const designs = [
  ['with words', { ...wordless, words }],
  ['without words', wordless],
] as const

/** Several processes that work on the same documents. */
export function describeProcesses(backend: Backend): void {
  describe('four processes', () => {
    let processes: readonly StorageProcess[] = []
    beforeAll(async () => {
      processes = await Promise.all([1, 2, 3, 4].map(startStorageProcess))
    })
    afterAll(() => Promise.all(processes.map((one) => one.stop())))

    it.each(designs)('lose no update, %s', async (_, design) => {
      const place = backend.newPlace()
      await within(place, async (collection) => {
        await collection.insert({ id: 'a', firm: 'f', amount: 0, words: ['one'] })
        await allAtOnce(processes, { place, design }, 'add', 'a', 20)
        expect(await collection.get('a')).toMatchObject({ doc: { amount: 80 }, version: 81 })
      })
    })

    it.each(designs)('replace each version once, %s', async (_, design) => {
      const place = backend.newPlace()
      await within(place, async (collection) => {
        await collection.insert({ id: 'a', firm: 'f' })
        const versions = Array.from({ length: 60 }, (_, at) => at + 1)
        const first = await allAtOnce(
          processes,
          { place, design },
          'replaceEach',
          { id: 'a', firm: 'f' },
          versions,
        )
        expect((first.flat() as number[]).sort((one, other) => one - other)).toEqual(versions)
      })
    })

    it.each(designs)('insert each document once, %s', async (_, design) => {
      const place = backend.newPlace()
      const ids = Array.from({ length: 60 }, (_, at) => String(at + 100))
      const first = await allAtOnce(processes, { place, design }, 'insertEach', ids)
      expect(first.flat().sort()).toEqual(ids)
    })

    it('make a new storage together', async () => {
      for (let round = 0; round < 8; round += 1) {
        const at = { place: backend.newPlace(), design: samples }
        const first = await allAtOnce(processes, at, 'insertEach', ['a'])
        expect(first.flat()).toEqual(['a'])
      }
    })
  })

  it('keeps every acknowledged document of a process that is killed', async () => {
    const place = backend.newPlace()
    const acknowledged: unknown[] = []
    const writer = await startStorageProcess()
    const enough = new Promise<void>((resolve) => {
      writer.child.on('message', (id) => {
        acknowledged.push(id)
        if (acknowledged.length === 40) resolve()
      })
    })
    writer.give({ place, design: samples }, 'insertForever')
    await enough
    await writer.stop()
    await within(place, async (collection) => {
      for (const id of acknowledged) {
        expect(await collection.get(String(id))).toMatchObject({ version: 1 })
      }
      const tallies = await collection.tally({ index: 'recent', by: [] })
      expect(tallies[0]?.count).toBeGreaterThanOrEqual(acknowledged.length)
    })
  })

  /** Works in the storage that the processes share. */
  async function within(
    place: string,
    work: (collection: Collection<Sample, SampleField>) => Promise<void>,
  ): Promise<void> {
    const storage = await backend.open(place)
    try {
      await work(await storage.collection(samples))
    } finally {
      await storage.close()
    }
  }
}
