import type { CollectionDesign } from '../../src/storage/collection-design.ts'
import type { Equals, PageQuery, TallyQuery } from '../../src/storage/collection.ts'

interface Queries<F extends string> {
  readonly index: string
  /** The fields asked for by value. */
  readonly asked: readonly F[]
  readonly pages: readonly PageQuery<F>[]
  readonly tally: TallyQuery<F>
}

/** The shapes of query that each declared index is there for. */
export function everyQuery<F extends string>(design: CollectionDesign<F>): readonly Queries<F>[] {
  return Object.entries<readonly F[]>(design.indexes).map(([index, fields]) => {
    const asked = fields.slice(0, -1)
    const equals = Object.fromEntries(asked.map((field) => [field, 'x'])) as Equals<F>
    const after = { value: '5', id: 'x' }
    const shapes = [{}, { after }, { from: '1', until: '9' }, { from: '1', until: '9', after }]
    return {
      index,
      asked,
      pages: shapes.flatMap((shape) =>
        [false, true].map((descending) => ({ ...shape, index, equals, descending, limit: 50 })),
      ),
      tally: { index, equals, by: fields, sum: fields.at(-1) },
    }
  })
}
