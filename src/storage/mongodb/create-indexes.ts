import type { Collection, IndexDescription } from 'mongodb'
import type { CollectionDesign } from '../collection-design.ts'
import { pathOf } from './path-of.ts'
import type { StoredDocument } from './stored-document.ts'

/** Makes the indexes of a collection that are not there yet. */
export async function createIndexes<F extends string>(
  collection: Collection<StoredDocument>,
  design: CollectionDesign<F>,
): Promise<void> {
  const { indexes, words } = design
  const declared = Object.entries<readonly F[]>(indexes).map(([name, fields]) =>
    index(name, [...fields.map((field) => pathOf(design, field)), '_id']),
  )
  const ofWords = words && [
    index('words', [pathOf(design, words.scope), `doc.${words.path}`]),
    index('words_everywhere', [`doc.${words.path}`]),
  ]
  await collection.createIndexes([...declared, ...(ofWords ?? [])])
}

function index(name: string, paths: readonly string[]): IndexDescription {
  return { name, key: Object.fromEntries(paths.map((path) => [path, 1])) }
}
