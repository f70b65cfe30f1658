import Handlebars from 'handlebars'
import MarkdownIt from 'markdown-it'
import type { ArticleLanguage } from '../domain/article-language.ts'
import type { Article } from '../domain/article.ts'
import type { FirmFacts, GuideFormat, Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import { localeOf } from '../domain/locale-of.ts'
import type { SystemNames } from '../domain/system-names.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { fillEvidence } from './fill-evidence.ts'
import { markdownToText } from './markdown-to-text.ts'

/** What guides are made of: the parts of the catalog that are words. */
interface Needs {
  readonly articles: readonly Article[]
  readonly languages: Readonly<Record<Language, ArticleLanguage>>
  readonly systems: readonly SystemNames[]
}

/**
 * The one way from an article to a guide, whatever its format: values are escaped for Markdown, Handlebars fills the
 * article, markdown-it renders it without HTML. So a value stays text, whatever it holds.
 */
export function createGuides({ articles, languages, systems }: Needs): Guides {
  const templates = new Map(
    articles.map((article) => [keyOf(article.slug, article.language), compile(article)]),
  )
  const names = { en: namesIn(systems, 'en'), fr: namesIn(systems, 'fr') }
  const footers = { en: footer(systems, languages.en, 'en'), fr: footer(systems, languages.fr, 'fr') }

  const template = (slug: string | null, language: Language) => {
    const found = templates.get(keyOf(slug ?? 'unrecognized', language))
    if (found === undefined) throw new Error(`There is no article for ${slug} in ${language}.`)
    return found
  }
  return {
    title: (slug, language) => template(slug, language).title,
    render({ slug, captures, facts = NO_FACTS, language, format }) {
      const { title, fill } = template(slug, language)
      const values = Object.entries(captures).map(([name, value]) => [name, escapeMarkdown(value)])
      const evidence = fillEvidence(facts, language, languages[language])
      const filled = fill({ ...Object.fromEntries(values), ...evidence, ...names[language] })
      const read = readLine(facts, language, languages[language])
      return {
        language,
        format,
        title,
        body: write(`${read}${filled.trim()}\n\n*${footers[language]}*\n`, format),
      }
    },
  }
}

const NO_FACTS: FirmFacts = { evidence: [], locale: 'en-US', timeZone: 'UTC' }

const markdown = new MarkdownIt({ html: false, linkify: false })

function write(source: string, format: GuideFormat): string {
  switch (format) {
    case 'html':
      return markdown.render(source)
    case 'markdown':
      return source
    case 'text':
      return markdownToText(source)
  }
}

function keyOf(slug: string, language: Language): string {
  return `${slug}/${language}`
}

/** The title is the first line and holds no variables; the rest is compiled once. */
function compile({ source }: Article) {
  const end = source.indexOf('\n')
  const fill = Handlebars.compile(source.slice(end + 1), {
    strict: true,
    knownHelpersOnly: true,
    // Values come escaped for Markdown; escaping them for HTML is the renderer's work.
    noEscape: true,
  })
  return { title: source.slice(0, end).replace(/^#\s*/u, '').trim(), fill }
}

function namesIn(systems: readonly SystemNames[], language: Language) {
  return Object.fromEntries(
    systems.map(({ key, names }) => [
      key,
      Object.fromEntries(
        Object.entries(names).map(([name, words]) => [name, escapeMarkdown(words[language])]),
      ),
    ]),
  )
}

/** Menu names drift, so a guide says when they were last checked. */
function footer(systems: readonly SystemNames[], { reviewed }: ArticleLanguage, language: Language): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const dated = systems.map((system) => `${system.name} – ${date.format(new Date(system.reviewed))}`)
  return escapeMarkdown(reviewed.replace('{systems}', dated.join(', ')))
}

/** What is true of the books changes, so that a guide says when they were read; the oldest fact counts. */
function readLine(
  { evidence, locale, timeZone }: FirmFacts,
  language: Language,
  { read }: ArticleLanguage,
): string {
  const [oldest] = evidence.map(({ readAt }) => readAt).toSorted()
  if (oldest === undefined) return ''
  const moments = new Intl.DateTimeFormat(localeOf(language, locale), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  return `*${escapeMarkdown(read.replace('{moment}', moments.format(new Date(oldest))))}*\n\n`
}
