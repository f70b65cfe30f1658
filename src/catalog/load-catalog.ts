import type { CatalogFault } from './catalog-fault.ts'
import { checkArticleText } from './checks/check-article-text.ts'
import { checkArticleVariables } from './checks/check-article-variables.ts'
import { checkArticlesComplete } from './checks/check-articles-complete.ts'
import { checkNames } from './checks/check-names.ts'
import { checkPatterns } from './checks/check-patterns.ts'
import { checkPhrases } from './checks/check-phrases.ts'
import { checkRuleNames } from './checks/check-rule-names.ts'
import { checkRuleTable } from './checks/check-rule-table.ts'
import { parseCatalog, type ParsedCatalog } from './parse-catalog.ts'
import { readCatalogFiles } from './read-catalog-files.ts'

export interface LoadedCatalog extends ParsedCatalog {
  /** Every fault, at once; a catalog with faults must not be served. */
  readonly faults: readonly CatalogFault[]
}

/** Reads the catalog below `root` and makes the checks that are cheap enough for every start. */
export async function loadCatalog(root: string): Promise<LoadedCatalog> {
  const { files, faults } = await readCatalogFiles(root)
  const parsed = parseCatalog(files)
  return {
    ...parsed,
    faults: [
      ...faults,
      ...parsed.faults,
      ...checkNames(files),
      ...checkArticlesComplete(files),
      ...checkRuleNames(parsed),
      ...checkRuleTable(parsed),
      ...checkPatterns(parsed),
      ...checkPhrases(parsed),
      ...checkArticleVariables(files, parsed),
      ...checkArticleText(files, parsed),
    ],
  }
}
