import { describe, expect, it } from '@jest/globals'
import { type CatalogCopy, faultsOf, withCatalogCopy } from '../support/catalog-copy.ts'
import { CASES, EN, FR, NAME, RULE, staleObject } from '../support/stale-object.ts'

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

describe('a fault within a rule or an article', () => {
  const code = { fact: 'code', operator: 'equal', value: '5010' }
  const emphasis = 'emphasis round a variable should stand between blanks'
  areTold([
    ruleMember('an unbounded pattern', 'conditions.any.1.all.1.value', 'You .*were', 'Infinity ways'),
    ruleMember(
      'an unbounded pattern among several of a capture',
      'event.params.captures.user',
      ['(?<user>a)', { pattern: '(?<user>\\d+)', as: 'digits' }],
      'Infinity ways',
    ),
    {
      what: 'an unbounded pattern in retry.json',
      how: (copy) =>
        copy.set('rules/retry.json', 'rules.0.conditions.any.0', {
          fact: 'text',
          operator: 'matches',
          value: 'You .*were',
        }),
      file: 'rules/retry.json',
      name: 'retry',
      reason: 'Infinity ways',
    },
    ruleMember('a way to match without a phrase', 'conditions.any.3', code, 'can match without any phrase'),
    articleText('{{user}}', '{{user}} may be absent and stands outside of {{#if user}}'),
    articleText('{{#with user}}x{{/with}}', 'uses the block with'),
    articleText('{{#if user}}x{{/unless}}', "if doesn't match unless"),
    articleText('Press <kbd>F5</kbd>.', 'holds HTML'),
    articleText('{{#if user}}by **{{user}}**s{{/if}}', emphasis),
    articleText('{{#if user}}**the user {{user}}**s{{/if}}', emphasis),
    articleText('{{#if user}}x**{{user}} himself**{{/if}}', emphasis),
    {
      what: 'a French article with English sections',
      how: (copy) => copy.replace(FR, '## Comment corriger', '## How to fix it'),
      file: FR,
      reason: 'should have exactly these sections, in order: Comment corriger',
    },
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
      'another captured value',
      'matches.0.captures.user',
      'Sam',
      '“an invoice that two people changed” has captures {"user":"pat@example.com"} instead of {"user":"Sam"}',
    ),
    ofCase(
      'a near miss that matches',
      'nearMisses.1.failure.error',
      'Stale Object Error',
      '“a company that was reset” is recognised as this item, though it only resembles it',
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
