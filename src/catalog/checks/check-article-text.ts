import MarkdownIt from 'markdown-it'
import type { CatalogFault } from '../catalog-fault.ts'
import type { ArticleFile, CatalogFiles } from '../catalog-files.ts'
import type { ParsedCatalog } from '../parse-catalog.ts'

const BLOCK_TAG = /\{\{(?:#[^}]*|\/[^}]*|else)\}\}/gu
// Markdown ends emphasis at a value that starts or ends with punctuation only if a blank or punctuation follows.
const EMPHASISED = /([^*_])(\*{1,3}|_{1,3})\{\{[^}]*\}\}\2(?![*_])(.?)/gu
const BEFORE = /^[\s(«“"]$/u
const AFTER = /^[\s.,;:!?)»”"]?$/u

/** An article has a plain title, a why, then its language's sections in order; emphasis cannot be broken by a value. */
export function checkArticleText(
  { articles }: CatalogFiles,
  { catalog }: ParsedCatalog,
): readonly CatalogFault[] {
  return articles.flatMap((article) => {
    const sections = Object.entries(catalog.languages).find(
      ([language]) => language === article.language,
    )?.[1].sections
    return [...structureFaults(article, sections ?? []), ...emphasisFaults(article)]
  })
}

const markdown = new MarkdownIt()
const NO_PROSE: ReadonlySet<string> = new Set(['link_open', 'image', 'code_inline', 'code_block', 'fence'])

function structureFaults(article: ArticleFile, sections: readonly string[]): readonly CatalogFault[] {
  const { file, name, source } = article
  const tokens = markdown.parse(source, {})
  const headings = tokens.flatMap(({ type, markup }, i) =>
    type === 'heading_open' ? [`${markup} ${tokens[i + 1]?.content ?? ''}`] : [],
  )
  const expected = sections.map((section) => `## ${section}`)
  const [title = '', ...rest] = headings
  const why = source.slice(title.length, source.indexOf('\n## ')).trim()
  return [
    ...(source.startsWith('# ') && /^# ./u.test(title) && !title.includes('{{')
      ? []
      : [{ file, name, reason: 'should start with a title (# …) without variables' }]),
    ...(sections.length === 0 || rest.join('\n') === expected.join('\n')
      ? []
      : [{ file, name, reason: `should have exactly these sections, in order: ${sections.join(' · ')}` }]),
    ...(why === '' ? [{ file, name, reason: 'should say why between its title and its first section' }] : []),
    ...(/<[a-z/!]/iu.test(source) ? [{ file, name, reason: 'holds HTML, which guides do not render' }] : []),
    ...(tokens.flatMap((token) => [token, ...(token.children ?? [])]).some(({ type }) => NO_PROSE.has(type))
      ? [{ file, name, reason: 'holds a link or code; guides are prose' }]
      : []),
  ]
}

function emphasisFaults({ file, name, source }: ArticleFile): readonly CatalogFault[] {
  return [...source.replace(BLOCK_TAG, '').matchAll(EMPHASISED)]
    .filter(([, before = '', , after = '']) => !BEFORE.test(before) || !AFTER.test(after))
    .map(([text]) => ({
      file,
      name,
      reason: `emphasis round a variable should stand between blanks: ${text}`,
    }))
}
