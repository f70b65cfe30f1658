import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Backend } from './backend.ts'
import { newCollections, type Sample, type SampleField, samples } from './samples.ts'

/** One document at a time. */
export function describeWrites(backend: Backend): void {
  describe('a document', () => {
    const newCollection = newCollections(backend)

    it('is inserted once', async () => {
      const collection = await newCollection()
      expect(await collection.insert({ id: 'a', firm: 'first' })).toBe(true)
      expect(await collection.insert({ id: 'a', firm: 'second' })).toBe(false)
      expect(await collection.get('a')).toEqual({ doc: { id: 'a', firm: 'first' }, version: 1 })
    })

    it('is not there before it is inserted', async () => {
      const collection = await newCollection()
      expect(await collection.get('a')).toBeUndefined()
      expect(await collection.replace({ id: 'a', firm: 'f' }, 1)).toBe(false)
      expect(await collection.remove('a', 1)).toBe(false)
    })

    it('has an id that is compared to its last character', async () => {
      const collection = await newCollection()
      const ids = ['a', 'a\0', 'a\0b', 'a\0c', 'A', 'a ', 'á', 'a\u{301}', '']
      for (const id of ids) expect(await collection.insert({ id, firm: id, words: [id] })).toBe(true)
      for (const id of ids) expect((await collection.get(id))?.doc.firm).toBe(id)
      expect(await collection.remove('a\0', 1)).toBe(true)
      expect(await collection.get('a')).toBeDefined()
      expect(await collection.get('a\0b')).toBeDefined()
    })

    it('is replaced whole, by who knows its version', async () => {
      const collection = await newCollection()
      await collection.insert({ id: 'a', firm: 'f', seen: '2026', words: ['old'] })
      expect(await collection.replace({ id: 'a', firm: 'f', amount: 7 }, 1)).toBe(true)
      expect(await collection.replace({ id: 'a', firm: 'f', amount: 8 }, 1)).toBe(false)
      expect(await collection.get('a')).toEqual({ doc: { id: 'a', firm: 'f', amount: 7 }, version: 2 })
    })

    it('is removed by who knows its version, and starts anew', async () => {
      const collection = await newCollection()
      await collection.insert({ id: 'a', firm: 'f' })
      await collection.replace({ id: 'a', firm: 'g' }, 1)
      expect(await collection.remove('a', 1)).toBe(false)
      expect(await collection.remove('a', 2)).toBe(true)
      expect(await collection.get('a')).toBeUndefined()
      expect(await collection.insert({ id: 'a', firm: 'h' })).toBe(true)
      expect(await collection.get('a')).toEqual({ doc: { id: 'a', firm: 'h' }, version: 1 })
    })

    it('comes back as JSON has it', async () => {
      const collection = await newCollection()
      const payload = { gone: undefined, list: [undefined, -0], at: new Date(0), half: 'a\u{D83D}' }
      await collection.insert({ id: 'a', firm: 'f', payload })
      const { doc } = (await collection.get('a')) ?? {}
      expect(doc).toStrictEqual({
        id: 'a',
        firm: 'f',
        payload: { list: [null, 0], at: '1970-01-01T00:00:00.000Z', half: 'a\u{FFFD}' },
      })
    })

    it('may hold members with names that a database uses itself', async () => {
      const collection = await newCollection()
      const payload = {
        _id: 1,
        version: 9,
        doc: {},
        link: { $ref: 'a', $id: 'b' },
        $set: { 'a.b': 1, '': 0 },
      }
      const doc = { id: 'a', firm: 'f', payload, _id: 7, version: 3, doc: 'x' }
      await collection.insert(doc)
      expect((await collection.get('a'))?.doc).toStrictEqual(doc)
    })

    it('keeps every text, number and id', async () => {
      const collection = await newCollection()
      const text = fc.string({ unit: 'binary', maxLength: 20 })
      const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
      const payload = fc.record({ text, number, list: fc.array(fc.oneof(text, number, fc.boolean())) })
      await fc.assert(
        fc.asyncProperty(fc.uuid(), text, payload, async (unique, tail, payload) => {
          const doc = { id: `${unique}${tail}`, firm: tail, payload }
          expect(await collection.insert(doc)).toBe(true)
          expect(await collection.get(doc.id)).toEqual({
            doc: JSON.parse(JSON.stringify(doc)) as Sample,
            version: 1,
          })
          expect(await collection.replace(doc, 1)).toBe(true)
        }),
        { numRuns: 50 },
      )
    })
  })

  it('is still there when the storage is opened again', async () => {
    const place = backend.newPlace()
    const before = await backend.open(place)
    const inserted = await before.collection<Sample, SampleField>(samples)
    await inserted.insert({ id: 'a', firm: 'f', seen: '2026', words: ['kept'] })
    await inserted.replace({ id: 'a', firm: 'f', seen: '2027', words: ['kept'] }, 1)
    await before.close()

    const after = await backend.open(place)
    const collection = await after.collection<Sample, SampleField>(samples)
    const found = await collection.page({ index: 'recent', wordPrefixes: ['ke'], limit: 9 })
    await after.close()
    expect(found).toEqual([{ doc: { id: 'a', firm: 'f', seen: '2027', words: ['kept'] }, version: 2 }])
  })

  it('turns what it cannot do into rejections', async () => {
    const storage = await backend.open(backend.newPlace())
    await storage.ping()
    const collection = await storage.collection<Sample, SampleField>(samples)
    await expect(collection.page({ index: 'undeclared', limit: 1 })).rejects.toThrow('undeclared')
    await expect(collection.tally({ index: 'undeclared', by: [] })).rejects.toThrow('undeclared')
    await storage.close()
    await storage.close()
    await expect(storage.ping()).rejects.toThrow()
    await expect(collection.insert({ id: 'a', firm: 'f' })).rejects.toThrow()
    await expect(storage.collection(samples)).rejects.toThrow()
  })
}
