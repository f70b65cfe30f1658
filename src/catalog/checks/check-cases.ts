import { Ajv2020 } from 'ajv/dist/2020.js'
import { isDeepStrictEqual } from 'node:util'
import type { Captures } from '../../domain/capture.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Behaviour } from '../behaviour.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { CatalogFiles } from '../catalog-files.ts'

/** A file of `test/cases/`: what an item's rule must recognise, and what it must not. */
interface CasesJson {
  readonly matches: readonly {
    readonly name: string
    readonly failure: Failure
    readonly captures: Captures
    readonly certainty?: string
    readonly retry?: string
    readonly conflicts?: readonly string[]
  }[]
  readonly nearMisses: readonly {
    readonly name: string
    readonly failure: Failure
    readonly item: string | null
  }[]
}

/** Every case holds against all rules: matches with their captures, near misses with what they are instead. */
export async function checkCases(
  files: CatalogFiles,
  { diagnose }: Behaviour,
): Promise<readonly CatalogFault[]> {
  const faults: CatalogFault[] = []
  const fits = new Ajv2020({ allErrors: true }).compile<CasesJson>(files.schemas.case.json as object)
  for (const { file, name, json } of files.cases) {
    const report = (one: string, reason: string) => faults.push({ file, name, reason: `“${one}” ${reason}` })
    if (!fits(json)) {
      for (const { instancePath, message } of fits.errors ?? []) {
        faults.push({ file, name, reason: `${instancePath} ${message}` })
      }
      continue
    }
    const slug = name.replace(/^\d{2}-/u, '')
    for (const match of json.matches) {
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
    for (const miss of json.nearMisses) {
      const found = (await diagnose(miss.failure)).item?.slug ?? null
      if (found === slug) report(miss.name, 'is recognised as this item, though it only resembles it')
      else if (found !== miss.item) report(miss.name, `is ${found} instead of ${miss.item}`)
    }
  }
  return faults
}
