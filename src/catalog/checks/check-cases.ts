import { isDeepStrictEqual } from 'node:util'
import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

/** Every case holds against all rules: matches with their captures, near misses with what they are instead. */
export async function checkCases(
  { caseFiles }: ParsedCatalog,
  { diagnose }: Behaviour,
): Promise<readonly CatalogFault[]> {
  const faults: CatalogFault[] = []
  for (const { file, name, matches, nearMisses } of caseFiles) {
    const report = (one: string, reason: string) => faults.push({ file, name, reason: `“${one}” ${reason}` })
    const names = [...matches, ...nearMisses].map((one) => one.name)
    for (const one of new Set(names.filter((other, i) => names.indexOf(other) !== i))) {
      report(one, 'is the name of two cases')
    }
    const slug = name.replace(/^\d{2}-/u, '')
    for (const match of matches) {
      const found = await diagnose(match.failure)
      const expect = (what: string, expected: unknown, actual: unknown) => {
        if (isDeepStrictEqual(expected, actual)) return
        report(match.name, `has ${what} ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
      }
      expect('item', slug, found.item?.slug ?? null)
      if (found.item?.slug !== slug) continue
      expect('captures', match.captures, { ...found.captures })
      if (match.certainty !== undefined) expect('certainty', match.certainty, found.certainty)
      if (match.retry !== undefined) expect('retry', match.retry, found.retry)
      expect(
        'conflicts',
        match.conflicts ?? [],
        found.conflicts.map(({ fact }) => fact),
      )
    }
    for (const miss of nearMisses) {
      const found = (await diagnose(miss.failure)).item?.slug ?? null
      if (found === slug) report(miss.name, 'is recognised as this item, though it only resembles it')
      else if (miss.item !== undefined && found !== miss.item)
        report(miss.name, `is ${found} instead of ${miss.item}`)
    }
  }
  return faults
}
