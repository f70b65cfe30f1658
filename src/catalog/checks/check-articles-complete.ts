import { languages } from '../../domain/language.ts'
import type { CatalogFault } from '../catalog-fault.ts'
import type { CatalogFiles } from '../catalog-files.ts'

/** Every folder of `kb/` has an article in every language and in no other; and there is one for the unrecognized. */
export function checkArticlesComplete({ articles }: CatalogFiles): readonly CatalogFault[] {
  const names = new Set([...articles.map(({ name }) => name), 'unrecognized'])
  const missing = [...names].flatMap((name) =>
    languages
      .filter(
        (language) => !articles.some((article) => article.name === name && article.language === language),
      )
      .map((language) => ({ file: `kb/${name}/${language}.md.hbs`, name, reason: 'the article is missing' })),
  )
  const foreign = articles
    .filter(({ language }) => !languages.some((known) => known === language))
    .map(({ file, name, language }) => ({
      file,
      name,
      reason: `${language} is no language of the knowledge base`,
    }))
  return [...missing, ...foreign]
}
