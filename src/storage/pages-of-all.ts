import type { Position, Stored, Versioned } from './collection.ts'
import type { Kept } from './kept.ts'

const PAGE = 500

/** All documents of a collection, page by page; `until` bounds what they are sorted by. */
export async function* pagesOfAll(
  { collection, sortedBy }: Kept,
  until?: string,
): AsyncGenerator<readonly Versioned<Stored>[]> {
  let after: Position | undefined
  for (;;) {
    const page = await collection.page({ index: 'all', until, after, limit: PAGE })
    const last = page.at(-1)?.doc as (Stored & Readonly<Record<string, unknown>>) | undefined
    if (last === undefined) return
    yield page
    after = { value: String(last[sortedBy]), id: last.id }
  }
}
