import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Failure } from '../../src/domain/failure.ts'
import { root } from '../../src/root.ts'
import { catalog } from './catalog.ts'

/** A failure that an item's rule must recognise. */
export interface Match {
  readonly slug: string
  readonly name: string
  readonly failure: Failure
}

/** Every match of `test/cases/`, with its item. */
export const matches: readonly Match[] = (
  await Promise.all(
    catalog.rules.map(async ({ item: { number, slug } }) => {
      const file = path.join(root, 'test', 'cases', `${String(number).padStart(2, '0')}-${slug}.json`)
      const { matches } = JSON.parse(await readFile(file, 'utf8')) as { matches: Omit<Match, 'slug'>[] }
      return matches.map((match) => ({ ...match, slug }))
    }),
  )
).flat()

/** A failure as one text, as it would stand in a log. */
export function textOf({ error }: Failure): string {
  return typeof error === 'string' ? error : JSON.stringify(error)
}
