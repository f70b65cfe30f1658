import type { CatalogFault } from '../catalog-fault.ts'
import type { CatalogFiles } from '../catalog-files.ts'

/** The article that answers when no rule matches. */
const UNRECOGNIZED = 'unrecognized'

/** `rules/`, `kb/` and `test/cases/` hold the same names, and nothing else. */
export function checkNames(files: CatalogFiles): readonly CatalogFault[] {
  const trees = [
    { names: files.rules.map(({ name }) => name), missing: (name: string) => `rules/${name}.json` },
    { names: files.articles.map(({ name }) => name), missing: (name: string) => `kb/${name}` },
    { names: files.cases.map(({ name }) => name), missing: (name: string) => `test/cases/${name}.json` },
  ]
  const all = new Set(trees.flatMap(({ names }) => names))
  all.delete(UNRECOGNIZED)
  return [
    ...trees.flatMap(({ names, missing }) =>
      [...all]
        .filter((name) => !names.includes(name))
        .map((name) => ({
          file: missing(name),
          name,
          reason: 'is missing, though the item stands elsewhere',
        })),
    ),
    ...files.strays.map((file) => ({ file, name: file, reason: 'does not belong here' })),
  ]
}
