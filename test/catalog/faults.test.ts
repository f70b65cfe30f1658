import { describe, expect, it } from '@jest/globals'
import { type CatalogCopy, faultsOf, withCatalogCopy } from '../support/catalog-copy.ts'
import { CASES, EN, FR, NAME, RULE, staleObject } from '../support/stale-object.ts'

const SECTIONS = 'should have exactly these sections, in order: How to fix it'

/** One way to break a catalog that holds the item `stale-object`, and what must be said of it. */
interface Breach {
  readonly what: string
  readonly how: (copy: CatalogCopy) => Promise<void>
  readonly file: string
  /** The item's name unless told. */
  readonly name?: string
  readonly reason: RegExp | string
}

const broken = (...breaches: readonly Breach['how'][]) =>
  withCatalogCopy(async (copy) => {
    await copy.write(staleObject)
    for (const breach of breaches) await breach(copy)
    return faultsOf(copy.root)
  })

const told = ({ file, name = NAME, reason }: Omit<Breach, 'what' | 'how'>) => ({
  file,
  name,
  reason: typeof reason === 'string' ? expect.stringContaining(reason) : expect.stringMatching(reason),
})

function areTold(breaches: readonly Breach[]): void {
  it.each(breaches)('$what is told with its file and reason', async ({ how, ...fault }) => {
    expect(await broken(how)).toContainEqual(told(fault))
  })
}

/** A breach of the rule by one changed member. */
const ruleMember = (what: string, member: string, value: unknown, reason: Breach['reason']): Breach => ({
  what,
  how: (copy) => copy.set(RULE, member, value),
  file: RULE,
  reason,
})

/** A breach of the English article by text put behind its first sentence. */
const articleText = (text: string, reason: Breach['reason'], what = text): Breach => ({
  what: `an article with ${what}`,
  how: (copy) => copy.replace(EN, 'the other change and refused this one.', `the other change.\n\n${text}`),
  file: EN,
  reason,
})

describe('the catalog that these tests break', () => {
  it('is in order before', async () => {
    expect(await broken()).toEqual([])
  })
})

describe('a file that cannot be understood', () => {
  areTold([
    ...[
      { file: RULE },
      { file: CASES },
      { file: 'rules/retry.json', name: 'retry' },
      { file: 'rules/rule.schema.json', name: 'rule.schema' },
      { file: 'rules/retry.schema.json', name: 'retry.schema' },
      { file: 'kb/languages.json', name: 'languages' },
      { file: 'kb/languages.schema.json', name: 'languages.schema' },
      { file: 'kb/systems/host.json', name: 'host' },
      { file: 'kb/systems/system.schema.json', name: 'system.schema' },
      { file: 'test/cases/case.schema.json', name: 'case.schema' },
    ].map(({ file, name = NAME }) => ({
      what: `${file} that is no JSON`,
      how: (copy: CatalogCopy) => copy.write({ [file]: '{ "$schema": ' }),
      file,
      name,
      reason: /^no JSON: ./u,
    })),
    ...[
      { file: 'rules/retry.json', name: 'retry' },
      { file: 'kb/languages.json', name: 'languages' },
      { file: 'rules/rule.schema.json', name: 'rule.schema' },
    ].map(({ file, name }) => ({
      what: `${file} that is missing`,
      how: (copy: CatalogCopy) => copy.remove(file),
      file,
      name,
      reason: 'cannot be read',
    })),
    ...['rules', 'kb', 'test/cases', 'kb/systems'].map((folder) => ({
      what: `the missing folder ${folder}`,
      how: (copy: CatalogCopy) => copy.remove(folder),
      file: folder,
      name: folder,
      reason: 'the folder cannot be read',
    })),
    ...[
      { file: 'rules/rule.schema.json', name: 'rule.schema' },
      { file: 'rules/retry.schema.json', name: 'retry.schema' },
      { file: 'kb/languages.schema.json', name: 'languages.schema' },
      { file: 'kb/systems/system.schema.json', name: 'system.schema' },
      { file: 'test/cases/case.schema.json', name: 'case.schema' },
    ].map(({ file, name }) => ({
      what: `${file} that is no schema`,
      how: (copy: CatalogCopy) => copy.set(file, 'type', 'nonsense'),
      file,
      name,
      reason: 'no usable schema',
    })),
  ])
})

describe('a rule that does not fit its schema', () => {
  areTold([
    ruleMember(
      'an unknown fact',
      'conditions.any.0.fact',
      'colour',
      /^\/conditions\/any\/0\/fact .*allowed values/u,
    ),
    ruleMember(
      'an unknown operator',
      'conditions.any.0.operator',
      'sounds',
      /^\/conditions\/any\/0\/operator .*allowed values/u,
    ),
    ruleMember(
      'a phrase compared with another fact than the text',
      'conditions.any.0.fact',
      'detail',
      /^\/conditions\/any\/0\/fact must be equal to constant/u,
    ),
    ruleMember(
      'a path into a fact, which json-rules-engine would evaluate',
      'conditions.any.0.path',
      '$.x',
      /^\/conditions\/any\/0 .*additionalProperty":"path"/u,
    ),
    ruleMember(
      'a condition without a value',
      'conditions.any.0.value',
      undefined,
      /^\/conditions\/any\/0 .*'value'/u,
    ),
    ruleMember(
      'a phrase that is too short',
      'conditions.any.0.value',
      'abc',
      /^\/conditions\/any\/0\/value .*fewer/u,
    ),
    ruleMember('an empty list of conditions', 'conditions.any', [], /^\/conditions\/any .*fewer than 1/u),
    ruleMember('a rule without conditions', 'conditions', undefined, /^\/ .*required property 'conditions'/u),
    ruleMember('a row without a retry class', 'event.params.retry', undefined, /^\/event\/params .*'retry'/u),
    ruleMember('a row without a source', 'event.params.source', undefined, /^\/event\/params .*'source'/u),
    ruleMember(
      'an unknown member',
      'event.params.colour',
      'red',
      /^\/event\/params .*additionalProperty":"colour"/u,
    ),
    ruleMember(
      'an unknown retry class',
      'event.params.retry',
      'never',
      /^\/event\/params\/retry .*allowed values/u,
    ),
    ruleMember(
      'an unknown action',
      'event.params.actions',
      ['pray'],
      /^\/event\/params\/actions\/0 .*allowed values/u,
    ),
    ruleMember(
      'an unknown record type',
      'event.params.occursOn',
      ['bill'],
      /^\/event\/params\/occursOn\/0 .*allowed/u,
    ),
    ruleMember('a code in words', 'event.params.codes', ['stale'], /^\/event\/params\/codes\/0 .*pattern/u),
    ruleMember('a number beyond two digits', 'event.params.item', 100, /^\/event\/params\/item .*<= 99/u),
    ruleMember('a slug in capitals', 'event.type', 'STALE', /^\/event\/type .*pattern/u),
    ruleMember(
      'a retry class by a phrase',
      'event.params.retryWhen',
      [{ fact: 'text', operator: 'says', value: 'stale', retry: 'transient' }],
      /^\/event\/params\/retryWhen\/0\/operator .*allowed values/u,
    ),
  ])
})

describe('a companion file that does not fit its schema', () => {
  areTold([
    {
      what: 'an unknown retry class in retry.json',
      how: (copy) => copy.set('rules/retry.json', 'rules.0.event.type', 'never'),
      file: 'rules/retry.json',
      name: 'retry',
      reason: /^\/rules\/0\/event\/type .*allowed values/u,
    },
    {
      what: 'an unknown fact in retry.json',
      how: (copy) =>
        copy.set('rules/retry.json', 'rules.0.conditions', {
          any: [{ fact: 'x', operator: 'equal', value: 1 }],
        }),
      file: 'rules/retry.json',
      name: 'retry',
      reason: /^\/rules\/0\/conditions\/any\/0\/fact .*allowed values/u,
    },
    {
      what: 'a language of languages.json without sections',
      how: (copy) => copy.set('kb/languages.json', 'fr.sections', undefined),
      file: 'kb/languages.json',
      name: 'languages',
      reason: /^\/fr .*'sections'/u,
    },
    {
      what: 'a language that languages.json lacks',
      how: (copy) => copy.set('kb/languages.json', 'fr', undefined),
      file: 'kb/languages.json',
      name: 'languages',
      reason: /^\/ .*'fr'/u,
    },
    {
      what: 'a last line of guides without its systems',
      how: (copy) => copy.set('kb/languages.json', 'en.reviewed', 'Checked.'),
      file: 'kb/languages.json',
      name: 'languages',
      reason: /^\/en\/reviewed .*pattern/u,
    },
    {
      what: 'a menu name that one language lacks',
      how: (copy) => copy.set('kb/systems/host.json', 'names.resync.fr', undefined),
      file: 'kb/systems/host.json',
      name: 'host',
      reason: /^\/names\/resync .*'fr'/u,
    },
    {
      what: 'an undated system',
      how: (copy) => copy.set('kb/systems/quickbooks.json', 'reviewed', undefined),
      file: 'kb/systems/quickbooks.json',
      name: 'quickbooks',
      reason: /^\/ .*'reviewed'/u,
    },
    {
      what: 'a system dated to a day that the calendar lacks',
      how: (copy) => copy.set('kb/systems/quickbooks.json', 'reviewed', '2026-13-45'),
      file: 'kb/systems/quickbooks.json',
      name: 'quickbooks',
      reason: 'reviewed',
    },
  ])
})

describe('the three trees, where they differ', () => {
  areTold([
    {
      what: 'a file that is not named after its number',
      how: (copy) => copy.move(RULE, 'rules/12-stale-object.json'),
      file: 'rules/12-stale-object.json',
      name: '12-stale-object',
      reason: 'should be named 11-stale-object.json',
    },
    {
      what: 'a file that is not named after its slug',
      how: (copy) => copy.set(RULE, 'event.type', 'object-stale'),
      file: RULE,
      reason: 'should be named 11-object-stale.json',
    },
    {
      what: 'a number that another rule has',
      how: (copy) => copy.set(RULE, 'event.params.item', 4),
      file: RULE,
      reason: 'has the number or slug of rules/04-',
    },
    {
      what: 'a slug that another rule has',
      how: async (copy) => copy.set(RULE, 'event.type', 'duplicate-document-number'),
      file: RULE,
      reason: 'has the number or slug of rules/04-duplicate-document-number.json',
    },
    { what: 'a missing rule', how: (copy) => copy.remove(RULE), file: RULE, reason: 'is missing' },
    { what: 'a missing cases file', how: (copy) => copy.remove(CASES), file: CASES, reason: 'is missing' },
    {
      what: 'a missing article folder',
      how: (copy) => copy.remove(`kb/${NAME}`),
      file: `kb/${NAME}`,
      reason: 'is missing',
    },
    {
      what: 'an article that one language lacks',
      how: (copy) => copy.remove(FR),
      file: FR,
      reason: 'the article is missing',
    },
    {
      what: 'a missing article for the unrecognized',
      how: (copy) => copy.remove('kb/unrecognized'),
      file: 'kb/unrecognized/en.md.hbs',
      name: 'unrecognized',
      reason: 'the article is missing',
    },
    {
      what: 'an article in a language that is none of ours',
      how: (copy) => copy.write({ [`kb/${NAME}/de.md.hbs`]: '# Veraltet\n' }),
      file: `kb/${NAME}/de.md.hbs`,
      reason: 'de is no language of the knowledge base',
    },
    {
      what: 'an article folder without a rule',
      how: (copy) => copy.move(`kb/${NAME}`, 'kb/12-stale-object'),
      file: 'rules/12-stale-object.json',
      name: '12-stale-object',
      reason: 'is missing',
    },
    ...[
      'rules/notes.txt',
      'rules/stale-object.json',
      'test/cases/11-stale-object.json.orig',
      `kb/${NAME}/en.md`,
      'kb/notes.md',
    ].map((file) => ({
      what: `the stray file ${file}`,
      how: (copy: CatalogCopy) => copy.write({ [file]: 'x' }),
      file,
      name: file,
      reason: 'does not belong here',
    })),
    {
      what: 'a stray file among the systems',
      how: (copy) => copy.write({ 'kb/systems/notes.txt': 'x' }),
      file: 'kb/systems/notes.txt',
      name: 'notes.txt',
      reason: /no JSON|does not belong here/u,
    },
  ])

  it('are told of with every missing file of an item', async () => {
    const faults = await broken(
      (copy) => copy.remove(CASES),
      (copy) => copy.remove(`kb/${NAME}`),
    )
    expect(faults.map(({ file }) => file).toSorted()).toEqual([`kb/${NAME}`, CASES])
  })
})

describe('a pattern', () => {
  const refining = (what: string, pattern: string, reason: Breach['reason']) =>
    ruleMember(what, 'conditions.any.1.all.1.value', pattern, reason)
  const capturing = (what: string, source: unknown, reason: Breach['reason']) =>
    ruleMember(what, 'event.params.captures.user', source, reason)

  areTold([
    refining(
      'one that does not compile',
      '\\bYou and (',
      /^pattern \\bYou and \(: Invalid regular expression/u,
    ),
    refining('one that only compiles without the flag u', '\\You and', /^pattern \\You and: Invalid/u),
    refining('an unbounded one (*)', 'You .*were', /^pattern .*not bounded tightly enough \(Infinity ways/u),
    refining(
      'an unbounded one (+)',
      'You \\S+ were',
      /^pattern .*not bounded tightly enough \(Infinity ways/u,
    ),
    refining(
      'an unbounded one ({2,})',
      'You .{2,} were',
      /^pattern .*not bounded tightly enough \(Infinity ways/u,
    ),
    refining(
      'an unbounded one in a lookahead',
      'You (?=.*were)',
      /^pattern .*not bounded tightly enough \(Infinity/u,
    ),
    refining(
      'an unbounded one in a choice',
      'You (?:and|.*) were',
      /^pattern .*not bounded tightly enough \(Infinity/u,
    ),
    refining('a backreference', '(You) and \\1', /^pattern .*not bounded tightly enough/u),
    refining('a backreference by name', '(?<a>You) and \\k<a>', /^pattern .*not bounded tightly enough/u),
    refining(
      'one that is too costly',
      'You .{1,2000} were',
      /^pattern .*\(2000 ways from one position, at most 1000\)/u,
    ),
    refining(
      'two that are too costly together',
      'a.{1,40}b.{1,40}',
      /^pattern .*\(1600 ways from one position/u,
    ),
    refining('a nested one that is too costly', '(?:a{0,3}){0,9}', /^pattern .*not bounded tightly enough/u),
    capturing('one of a capture that does not compile', '(?<user>', /^pattern \(\?<user>: Invalid/u),
    capturing('an unbounded one of a capture', 'and (?<user>.*) were', /^pattern .*\(Infinity ways/u),
    capturing(
      'an unbounded one among several of a capture',
      ['(?<user>a)', '(?<user>a+)'],
      /^pattern .*\(Infinity ways/u,
    ),
    capturing(
      'an unbounded one that reads digits',
      { pattern: '(?<user>\\d+)', as: 'digits' },
      /\(Infinity ways/u,
    ),
    capturing(
      'a capture without its group',
      'and (?<name>.{1,9}) were',
      'capture user has a pattern without the group',
    ),
    {
      what: 'an unbounded one under a not',
      how: (copy) =>
        copy.set(RULE, 'conditions.any.1.all.1', { not: { fact: 'text', operator: 'matches', value: 'x+' } }),
      file: RULE,
      reason: /^pattern x\+: not bounded tightly enough/u,
    },
    ...['You .*were', '('].map((value) => ({
      what: `${value} in retry.json, which is not bounded or does not compile,`,
      how: (copy: CatalogCopy) =>
        copy.set('rules/retry.json', 'rules.0.conditions.any.0', {
          fact: 'text',
          operator: 'matches',
          value,
        }),
      file: 'rules/retry.json',
      name: 'retry',
      reason: /^pattern /u,
    })),
  ])

  it.each(['(?i:you) and', '(?<user>a)|(?<user>b)', '[\\p{L}--[a-z]]', '\\p{Script=Nonsense}', '(?<=a)b'])(
    '%s is told exactly if this engine cannot compile it',
    async (pattern) => {
      const faults = await broken((copy) => copy.set(RULE, 'conditions.any.1.all.1.value', pattern))
      const isTold = faults.some(({ reason }) => reason.startsWith('pattern '))
      expect(isTold).toBe(!compiles(pattern))
    },
  )
})

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'iu').source !== ''
  } catch {
    return false
  }
}

describe('a way to match without a phrase', () => {
  const reason = 'can match without any phrase: each way needs a `says`'
  const code = { fact: 'code', operator: 'equal', value: '5010' }
  const says = { fact: 'text', operator: 'says', value: 'Stale Object' }
  areTold([
    ruleMember('a code alone', 'conditions.any.3', code, reason),
    ruleMember('a pattern alone', 'conditions.any.3', { ...says, operator: 'matches' }, reason),
    ruleMember('a start of known words alone', 'conditions.any.3', { ...says, operator: 'startOf' }, reason),
    ruleMember('a phrase that must be absent', 'conditions.any.3', { not: says }, reason),
    ruleMember(
      'a choice that lacks it on one side',
      'conditions.any.3',
      { all: [{ any: [says, code] }] },
      reason,
    ),
  ])
})

describe('a row of the table that contradicts itself', () => {
  areTold([
    ruleMember(
      'a published record type on which it does not occur',
      'event.params.occursOn',
      ['client'],
      'published for invoice, but occursOn lacks it',
    ),
    {
      what: 'delete where no service can occur',
      how: async (copy) => {
        await copy.set(RULE, 'event.params.occursOn', ['invoice', 'client'])
        await copy.set(RULE, 'event.params.actions', ['resync', 'delete'])
      },
      file: RULE,
      reason: 'offers delete, which exists for services only',
    },
  ])
})

describe('the variables of an article', () => {
  const unknown = (name: string) => `{{${name}}} is neither a capture of its rule nor a system's name`
  const absent = '{{user}} may be absent and stands outside of {{#if user}}'
  areTold([
    articleText('{{colour}}', unknown('colour')),
    articleText('{{docNumber}}', unknown('docNumber'), 'the capture {{docNumber}} of another rule'),
    articleText('{{#if colour}}x{{/if}}', unknown('colour')),
    articleText('{{host.colour}}', unknown('host.colour')),
    articleText('{{host}}', unknown('host')),
    articleText('{{user.length}}', unknown('user.length')),
    articleText('{{#each user}}{{this}}{{/each}}', 'is neither a capture'),
    articleText(
      '{{#if constructor}}{{constructor}}{{/if}}',
      unknown('constructor'),
      'a name that every object of the language inherits',
    ),
    articleText('{{user}}', absent),
    articleText('{{#unless user}}{{user}}{{/unless}}', absent),
    articleText('{{#if user}}x{{else}}{{user}}{{/if}}', absent),
    articleText('{{#if host.name}}{{user}}{{/if}}', absent),
  ])

  it.each([
    ['English', EN, FR, /and refused this one|QuickBooks kept/u],
    ['French', FR, EN, /et refusé celle-ci|QuickBooks a gardé/u],
  ])('used in %s only are told of the other article', async (_language, used, lacking, passage) => {
    const faults = await broken((copy) => copy.replace(used, passage, 'x {{quickbooks.search}}'))
    expect(faults).toEqual([told({ file: lacking, reason: 'lacks {{quickbooks.search}}' })])
  })
})

describe('the template of an article', () => {
  areTold([
    articleText('{{#with user}}x{{/with}}', 'uses the block with'),
    articleText('{{#each user}}x{{/each}}{{#log user}}x{{/log}}', 'uses the block log'),
    articleText('{{money user}}', 'uses a helper'),
    articleText('{{user colour="red"}}', 'uses a helper'),
    articleText('{{#if user includeZero=true}}x{{/if}}', /uses /u),
    articleText('{{#if user}}{{{user}}}{{/if}}', 'uses a triple mustache'),
    articleText('{{#if user}}{{&user}}{{/if}}', 'uses a triple mustache'),
    articleText('{{> footer}}', 'uses PartialStatement'),
    articleText('{{#> layout}}x{{/layout}}', 'uses PartialBlockStatement'),
    articleText('{{!-- a remark --}}', 'uses CommentStatement'),
    articleText('{{* decorate}}', 'uses Decorator'),
    articleText('{{"user"}}', 'uses an expression of type StringLiteral'),
    articleText('{{../user}}', 'uses an expression of type PathExpression'),
    articleText('{{@root.user}}', 'uses an expression of type PathExpression'),
    articleText('{{#if (lookup user)}}x{{/if}}', 'uses an expression of type SubExpression'),
    articleText('{{{{raw}}}} {{user}} {{{{/raw}}}}', 'uses the block raw'),
    articleText('{{#if user}}', /Parse error|doesn't match|expecting/iu, 'a block that is not closed'),
    articleText('{{#if user}}x{{/unless}}', "if doesn't match unless"),
    articleText('{{user', /Parse error/u),
    articleText('{{else}}', /Parse error/u),
  ])
})

describe('the structure of an article', () => {
  const edit = (what: string, passage: string | RegExp, by: string, reason: Breach['reason']): Breach => ({
    what,
    how: (copy) => copy.replace(EN, passage, by),
    file: EN,
    reason,
  })
  const title = 'should start with a title (# …) without variables'
  const why = 'should say why between its title and its first section'
  areTold([
    edit('a title with a variable', /^# .*/u, '# Changed in {{host.name}}', title),
    edit('a missing title', /^# .*\n/u, '', title),
    edit('a title below a blank line', /^/u, '\n', title),
    edit('a title without words', /^# .*/u, '# ', title),
    edit('a second title', /\n## How to fix it/u, '\n# Another\n\n## How to fix it', SECTIONS),
    edit('a missing section', /## How to fix it\n/u, '', SECTIONS),
    edit('a section by another name', '## How to fix it', '## How to mend it', SECTIONS),
    edit('a section too many', '## Prevent it', '## More\n\nx\n\n## Prevent it', SECTIONS),
    edit('a section below a section', '## Prevent it', '### More\n\nx\n\n## Prevent it', SECTIONS),
    edit('an underlined heading', '## Prevent it', 'More\n----\n\nx\n\n## Prevent it', /section|heading/u),
    edit('an article without a why', /(?<=^# .*\n)[^]*?(?=\n## )/u, '', why),
    {
      what: 'sections in another order',
      how: async (copy) => {
        await copy.replace(EN, '## How to fix it', '## How to check that it worked')
        await copy.replace(EN, /(?<=## How to check[^]*)## How to check that it worked/u, '## How to fix it')
      },
      file: EN,
      reason: SECTIONS,
    },
    {
      what: 'a French article with English sections',
      how: (copy) => copy.replace(FR, '## Comment corriger', '## How to fix it'),
      file: FR,
      reason: 'should have exactly these sections, in order: Comment corriger',
    },
  ])
})

describe('the text of an article', () => {
  const link = /^holds a link or code/u
  const html = 'holds HTML'
  const emphasis = 'emphasis round a variable should stand between blanks'
  areTold([
    articleText('Press <kbd>F5</kbd>.', html),
    articleText('One<br/>two.', html),
    articleText('<!-- a remark -->', html),
    articleText('<https://example.com>', html),
    articleText('[here](https://example.com)', link),
    articleText('![a picture](x.png)', link),
    articleText('[here][there]\n\n[there]: https://example.com', link, 'a link by reference'),
    articleText('Say `resync`.', link),
    articleText('```\nresync\n```', link, 'a block of code'),
    articleText('~~~\nresync\n~~~', link, 'a block of code between tildes'),
    articleText('x\n\n    resync\n', link, 'an indented block of code'),
    articleText('{{#if user}}by**{{user}}** today{{/if}}', emphasis),
    articleText('{{#if user}}by **{{user}}**s{{/if}}', emphasis),
    articleText('{{#if user}}by *{{user}}*s{{/if}}', emphasis),
    articleText('{{#if user}}by _{{user}}_s{{/if}}', emphasis),
    articleText('by{{#if user}}**{{user}}**{{/if}} today', emphasis),
    articleText('**{{#if user}}{{user}}{{/if}}**s', emphasis),
    articleText('by {{#if user}}**{{user}}**{{else}}x{{/if}}s', emphasis),
    articleText('**{{host.name}}**s', emphasis),
    articleText('{{#if user}}**the user {{user}}**s{{/if}}', emphasis),
    articleText('{{#if user}}x**{{user}} himself**{{/if}}', emphasis),
  ])
})

describe('what depends on a broken file', () => {
  const files = async (...breaches: readonly Breach['how'][]) =>
    (await broken(...breaches)).map(({ file }) => file)

  it.each([RULE, CASES, 'kb/systems/host.json', 'kb/languages.json'])(
    'is not told of where %s is no JSON',
    async (file) => {
      expect(await files((copy) => copy.write({ [file]: '{' }))).toEqual([file])
    },
  )

  it('is not told of above the place where a rule does not fit its schema', async () => {
    const faults = await broken((copy) => copy.set(RULE, 'conditions.any.0.fact', 'colour'))
    expect(faults.filter(({ reason }) => !reason.startsWith('/conditions/any/0'))).toEqual([])
  })

  it('is judged no more where the schema itself is missing', async () => {
    const told = await files(
      (copy) => copy.remove('rules/rule.schema.json'),
      (copy) => copy.write({ [RULE]: {} }),
    )
    expect(told).toContain('rules/rule.schema.json')
  })
})

describe('a rule that does not recognise its own message', () => {
  areTold([
    ruleMember(
      'a message that no rule knows',
      'event.params.message',
      'The printer is out of paper',
      'its own message is diagnosed as unrecognized for no record type',
    ),
    ruleMember(
      'a message that is another item’s',
      'event.params.message',
      'Please specify the income account',
      'its own message is diagnosed as income-account-missing for no record type',
    ),
    {
      what: 'a message that is not known for one of the record types',
      how: (copy) =>
        copy.set(RULE, 'conditions', {
          any: [
            {
              all: [
                { fact: 'text', operator: 'says', value: 'Stale Object Error' },
                { fact: 'recordType', operator: 'notEqual', value: 'refund' },
              ],
            },
          ],
        }),
      file: RULE,
      reason: 'its own message is diagnosed as unrecognized for refund',
    },
  ])
})

describe('a case that does not hold', () => {
  const ofCase = (what: string, member: string, value: unknown, reason: Breach['reason']): Breach => ({
    what,
    how: (copy) => copy.set(CASES, member, value),
    file: CASES,
    reason,
  })
  areTold([
    ofCase(
      'a match that is no item',
      'matches.0.failure.error',
      'The printer is out of paper',
      '“an invoice that two people changed” has item null instead of "stale-object"',
    ),
    ofCase(
      'a match that is another item',
      'matches.0.failure.error',
      'Please specify the income account',
      '“an invoice that two people changed” has item "income-account-missing" instead of "stale-object"',
    ),
    ofCase(
      'another captured value',
      'matches.0.captures.user',
      'Sam',
      '“an invoice that two people changed” has captures {"user":"pat@example.com"} instead of {"user":"Sam"}',
    ),
    ofCase(
      'a captured value that the case does not expect',
      'matches.0.captures',
      {},
      'has captures {"user":"pat@example.com"} instead of {}',
    ),
    ofCase(
      'a value that is not captured',
      'matches.1.captures.user',
      'Sam',
      'has captures {} instead of {"user":"Sam"}',
    ),
    ofCase(
      'another certainty',
      'matches.0.certainty',
      'inferred',
      'has certainty "exact" instead of "inferred"',
    ),
    ofCase(
      'another retry class',
      'matches.0.retry',
      'user_fix',
      'has retry "transient" instead of "user_fix"',
    ),
    ofCase(
      'a conflict that is not there',
      'matches.0.conflicts',
      ['code'],
      'has conflicts [] instead of ["code"]',
    ),
    ofCase(
      'a conflict not expected',
      'matches.3.conflicts',
      undefined,
      'has conflicts ["code"] instead of []',
    ),
    ofCase(
      'a near miss that matches',
      'nearMisses.1.failure.error',
      'Stale Object Error',
      '“a company that was reset” is recognised as this item, though it only resembles it',
    ),
    ofCase(
      'a near miss that is another item than told',
      'nearMisses.2.item',
      null,
      '“a name that somebody else has taken meanwhile” is duplicate-name instead of null',
    ),
    ofCase(
      'a near miss that is no item though told to be one',
      'nearMisses.1.item',
      'duplicate-name',
      '“a company that was reset” is null instead of duplicate-name',
    ),
    ofCase(
      'a near miss of an item that does not exist',
      'nearMisses.1.item',
      'no-such-item',
      'is null instead of',
    ),
  ])
})

describe('a cases file that does not fit its schema', () => {
  const ofCase = (what: string, member: string, value: unknown, reason: Breach['reason']): Breach => ({
    what,
    how: (copy) => copy.set(CASES, member, value),
    file: CASES,
    reason,
  })
  areTold([
    ofCase('one without near misses', 'nearMisses', undefined, /required property 'nearMisses'/u),
    ofCase('one with no match in it', 'matches', [], /^\/matches .*fewer than 1/u),
    ofCase('a case without a name', 'matches.0.name', undefined, /^\/matches\/0 .*'name'/u),
    ofCase(
      'an unknown record type',
      'matches.0.failure.recordType',
      'bill',
      /^\/matches\/0\/failure\/recordType /u,
    ),
    ofCase('an unknown member', 'matches.0.colour', 'red', /^\/matches\/0 .*additional properties/u),
    ofCase('two cases of one name', 'matches.1.name', 'an invoice that two people changed', /name/u),
  ])
})

describe('two rules that match one text', () => {
  const tie: Breach['how'] = (copy) =>
    copy.set(RULE, 'conditions.any.3', {
      fact: 'text',
      operator: 'says',
      value: 'specify the income account',
    })
  const OTHER = '08-income-account-missing'

  it('are told of the rule whose message and cases are no longer decided', async () => {
    const files = (await broken(tie)).map(({ file, name }) => ({ file, name }))
    expect(files).toContainEqual({ file: `rules/${OTHER}.json`, name: OTHER })
    expect(files).toContainEqual({ file: `test/cases/${OTHER}.json`, name: OTHER })
  })

  it('are both named in the reason', async () => {
    const fault = { file: `rules/${OTHER}.json`, name: OTHER }
    expect(await broken(tie)).toContainEqual(told({ ...fault, reason: /stale-object/u }))
  })

  it('are in order once one of them has a rank', async () => {
    const faults = await broken(tie, (copy) => copy.set(`rules/${OTHER}.json`, 'event.params.rank', 1))
    expect(faults).toEqual([])
  })
})

describe('a guide that does not render', () => {
  areTold([
    articleText('\\{{user}}', 'as html shows its template'),
    articleText('The amount is undefined.', 'as text shows its template'),
    articleText('{{#if}}x{{/if}}', /uses |does not render as html: /u),
  ])
})

describe('several faults', () => {
  it('of the files are all listed at once', async () => {
    const faults = await broken(
      (copy) => copy.set(RULE, 'event.params.item', 4),
      (copy) => copy.set(RULE, 'event.params.actions', ['delete']),
      (copy) => copy.set(RULE, 'event.params.occursOn', ['client']),
      (copy) => copy.set(RULE, 'event.params.captures.user', '(?<name>.*)'),
      (copy) => copy.set('rules/retry.json', 'rules.0.event.type', 'never'),
      (copy) => copy.set('kb/languages.json', 'fr', undefined),
      (copy) => copy.replace(EN, /^# .*/u, '# {{colour}}'),
      (copy) => copy.write({ 'rules/notes.txt': 'x', [CASES]: '{' }),
    )
    for (const fault of [
      { file: RULE, reason: 'should be named' },
      { file: RULE, reason: 'has the number or slug' },
      { file: RULE, reason: 'offers delete' },
      { file: RULE, reason: 'published for invoice' },
      { file: RULE, reason: 'Infinity ways' },
      { file: RULE, reason: 'without the group (?<user>…)' },
      { file: 'rules/retry.json', name: 'retry', reason: 'allowed values' },
      { file: 'kb/languages.json', name: 'languages', reason: "'fr'" },
      { file: EN, reason: 'title' },
      { file: EN, reason: '{{colour}} is neither' },
      { file: 'rules/notes.txt', name: 'rules/notes.txt', reason: 'does not belong here' },
      { file: CASES, reason: 'no JSON' },
    ]) {
      expect(faults).toContainEqual(told(fault))
    }
  })

  it('of the behaviour are all listed at once', async () => {
    const faults = await broken(
      (copy) => copy.set(RULE, 'event.params.message', 'The printer is out of paper'),
      (copy) => copy.set(CASES, 'matches.0.retry', 'user_fix'),
      (copy) => copy.set(CASES, 'matches.0.certainty', 'inferred'),
      (copy) => copy.set(CASES, 'nearMisses.2.item', null),
      (copy) => copy.replace(EN, 'is right.', 'is undefined.'),
    )
    for (const fault of [
      { file: RULE, reason: 'its own message' },
      { file: CASES, reason: 'has retry' },
      { file: CASES, reason: 'has certainty' },
      { file: CASES, reason: 'is duplicate-name instead of null' },
      { file: EN, reason: 'shows its template' },
    ]) {
      expect(faults).toContainEqual(told(fault))
    }
  })

  it('of an empty folder are told, too', async () => {
    const faults = await broken(
      (copy) => copy.remove('rules'),
      (copy) => copy.remove('kb'),
      (copy) => copy.remove('test'),
    )
    expect(faults.map(({ file }) => file)).toEqual(expect.arrayContaining(['rules', 'kb', 'test/cases']))
  })
})
