import { describe, expect, it } from '@jest/globals'
import { checkArticleText } from '../../../src/catalog/checks/check-article-text.ts'
import { NAME, article, filesOf, parsedOf } from '../../support/catalog-parts.ts'

const language = (...sections: readonly string[]) => ({
  name: '',
  sections,
  reviewed: '',
  read: '',
  documents: {},
})
const parsed = parsedOf({
  languages: { en: language('How to fix it', 'Prevent it'), fr: language('Comment corriger') },
})
const ARTICLE = `# Changed meanwhile

Somebody else changed it.

## How to fix it

Resync.

## Prevent it

Wait.
`

const told = (source: string, from = parsed) =>
  checkArticleText(filesOf({ articles: [article(source)] }), from).map(({ reason }) => reason)
const edited = (passage: string | RegExp, by: string) => {
  expect(ARTICLE).toMatch(passage)
  return told(ARTICLE.replace(passage, () => by))
}
const saying = (text: string) => edited('Resync.', text)

describe('an article', () => {
  it('has a title, says why, and has the sections of its language', () => {
    expect(told(ARTICLE)).toEqual([])
    const french = article('# Modifié\n\nPar un autre.\n\n## Comment corriger\n', 'fr')
    expect(checkArticleText(filesOf({ articles: [french] }), parsed)).toEqual([])
  })

  it('has no sections of another language', () => {
    const french = article('# Modifié\n\nPar un autre.\n\n## How to fix it\n', 'fr')
    expect(checkArticleText(filesOf({ articles: [french] }), parsed)).toMatchObject([
      { file: french.file, reason: 'should have exactly these sections, in order: Comment corriger' },
    ])
  })

  it('is told of by its file', () => {
    expect(
      checkArticleText(filesOf({ articles: [article('# {{user}}\n\nWords.\n\n## How to fix it')] }), parsed),
    ).toEqual(
      [
        'should start with a title (# …) without variables',
        'should have exactly these sections, in order: How to fix it · Prevent it',
      ].map((reason) => ({ file: `kb/${NAME}/en.md.hbs`, name: NAME, reason })),
    )
  })

  it('is not asked for sections where its language is not known', () => {
    expect(told('# Changed\n\nSomebody did.\n\n## Prevent it', parsedOf({}))).toEqual([])
    const german = article('# Veraltet\n\nWarum.\n', 'de')
    expect(checkArticleText(filesOf({ articles: [german] }), parsed)).toEqual([])
  })
})

describe('the structure of an article', () => {
  const title = 'should start with a title (# …) without variables'
  const sections = 'should have exactly these sections, in order: How to fix it · Prevent it'
  const why = 'should say why between its title and its first section'

  it.each([
    ['a title with a variable', /^# .*/u, '# Changed in {{host.name}}', [title]],
    ['a title below a blank line', /^/u, '\n', [title]],
    ['a missing title', /^# .*\n/u, '', [title, sections]],
    ['a title without words', /^# .*/u, '# ', [title]],
    ['a title of the second level', /^# /u, '## ', [title]],
    ['a second title', '## How', '# Another\n\n## How', [sections]],
    ['a missing section', '## How to fix it\n', '', [sections]],
    ['a section by another name', '## How to fix it', '## How to mend it', [sections]],
    ['a section too many', '## Prevent it', '## More\n\nx\n\n## Prevent it', [sections]],
    ['a section below a section', '## Prevent it', '### More\n\nx\n\n## Prevent it', [sections]],
    ['an underlined heading', '## Prevent it', 'More\n----\n\nx\n\n## Prevent it', [sections]],
    ['sections in another order', /## How[^]*/u, '## Prevent it\n\n## How to fix it\n', [sections]],
    ['no why', 'Somebody else changed it.', '', [why]],
  ])('is told for %s', (_what, passage, by, reasons) => {
    expect(edited(passage, by)).toEqual(reasons)
  })
})

describe('the text of an article', () => {
  it.each([
    'Press <kbd>F5</kbd>.',
    'One<br/>two.',
    '</div>',
    '<!-- a remark -->',
    '<B>',
    '<https://example.com>',
  ])('holds no HTML: %s', (text) => {
    expect(saying(text)).toContain('holds HTML, which guides do not render')
  })

  it.each([
    '[here](https://example.com)',
    '![a picture](x.png)',
    '[here][there]\n\n[there]: https://example.com',
    'Say `resync`.',
    '```\nresync\n```',
    '~~~\nresync\n~~~',
    'x\n\n    resync\n',
  ])('is prose: %j', (text) => {
    expect(saying(text)).toEqual(['holds a link or code; guides are prose'])
  })

  it('may say what is less, and name an address', () => {
    expect(saying('1 < 2, and a<2. See https://example.com.')).toEqual([])
  })
})

describe('emphasis round a variable', () => {
  it.each([
    '**{{user}}**',
    'by *{{user}}* today',
    'by _{{user}}_, today',
    '(***{{user}}***)',
    '«__{{user}}__»: “**{{user}}**”',
    '{{#if user}}**{{user}}** and {{else}}x{{/if}}you',
    'by {{#unless date}}**{{user}}**{{/unless}}!',
    '**a**s, a**{{user}}_b',
  ])('holds whatever the value is between blanks and punctuation: %s', (text) => {
    expect(saying(text)).toEqual([])
  })

  it.each([
    ['by**{{user}}** today', 'y**{{user}}** '],
    ['by **{{user}}**s', ' **{{user}}**s'],
    ['by *{{user}}*s', ' *{{user}}*s'],
    ['by _{{user}}_s', ' _{{user}}_s'],
    ['by __{{user}}__s', ' __{{user}}__s'],
    ['by**{{user}}**', 'y**{{user}}**'],
    ['by {{#if user}}**{{user}}**{{else}}x{{/if}}s', ' **{{user}}**x'],
    ['by{{#if user}}**{{user}}**{{/if}} today', 'y**{{user}}** '],
    ['by **{{#if user}}{{user}}{{/if}}**s', ' **{{user}}**s'],
    ['a.b **{{host.name}}**-c', ' **{{host.name}}**-'],
  ])('would be broken by some values: %s', (text, emphasis) => {
    expect(saying(text)).toEqual([`emphasis round a variable should stand between blanks: ${emphasis}`])
  })
})
