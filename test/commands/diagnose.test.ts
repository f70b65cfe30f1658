import { describe, expect, it } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { languages } from '../../src/domain/language.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'
import { type Ran, syncdoctor } from '../support/run-cli.ts'

const TAKEN =
  'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=1781 is assigned to TxnType=Invoice with TxnId=3188'
const UNKNOWN = 'The printer is out of paper'

const { api } = await startService()

const json = ({ stdout }: Ran) => JSON.parse(stdout) as Schemas['Diagnosis']

async function withFile<T>(content: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-text-'))
  try {
    const file = path.join(folder, 'error.txt')
    await writeFile(file, content)
    return await use(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('the text to diagnose', () => {
  it.each([
    ['standard input', [] as string[]],
    ['standard input by its name, -', ['-']],
  ])('is %s', async (_what, args) => {
    const ran = await syncdoctor(['diagnose', ...args, '--format', 'json'], { input: TAKEN })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(json(ran).item?.slug).toBe('duplicate-document-number')
  })

  it('is a file', async () => {
    const ran = await withFile(TAKEN, (file) => syncdoctor(['diagnose', file, '--format', 'json']))
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(json(ran).captures).toEqual({ docNumber: '1781', txnType: 'Invoice', txnId: '3188' })
  })

  it('is one text, whatever its lines', async () => {
    const input = TAKEN.replaceAll(' ', '\n')
    const ran = await syncdoctor(['diagnose', '--format', 'json'], { input: `${input}\n` })
    expect(json(ran).faults).toHaveLength(1)
    expect(json(ran).item?.number).toBe(4)
  })

  it('may be the JSON that QuickBooks sent', async () => {
    const input = JSON.stringify({
      Fault: {
        Error: [
          { Message: 'x', code: '1' },
          { Detail: TAKEN, code: '6140' },
        ],
      },
    })
    const ran = await syncdoctor(['diagnose', '--format', 'json'], { input })
    expect(json(ran).faults.map(({ item }) => item)).toEqual([null, 'duplicate-document-number'])
  })

  it('that cannot be read is refused by its name', async () => {
    const ran = await syncdoctor(['diagnose', path.join('no', 'such', 'file.txt')])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain(path.join('no', 'such', 'file.txt'))
    expect(ran.stderr).not.toMatch(/^\s+at /mu)
  })
})

describe('the exit code', () => {
  it.each(['text', 'json', 'markdown'])(
    'is 0 for a known error and 2 for an unknown one, as %s',
    async (format) => {
      const [known, unknown, empty] = await Promise.all(
        [TAKEN, UNKNOWN, ''].map((input) => syncdoctor(['diagnose', '--format', format], { input })),
      )
      expect([known?.code, unknown?.code, empty?.code]).toEqual([0, 2, 2])
      expect([known?.stderr, unknown?.stderr, empty?.stderr]).toEqual(['', '', ''])
    },
  )
})

describe('the JSON of the command', () => {
  it.each([
    { error: TAKEN, recordType: 'invoice', lang: 'en' },
    { error: TAKEN, recordType: 'client', lang: 'fr' },
    { error: TAKEN, lang: 'fr' },
    { error: 'Invalid account type used', recordType: 'service', lang: 'en' },
    { error: 'Invalid account type used', lang: 'fr' },
    { error: UNKNOWN, recordType: 'service', lang: 'en' },
    { error: '{"Fault":{"Error":[{"Message":"ThrottleExceeded","code":"3001"}]}}', lang: 'en' },
  ])('is the answer of the API to $error for $recordType in $lang', async ({ error, recordType, lang }) => {
    const args = recordType === undefined ? [] : ['--record-type', recordType]
    const [ran, answer] = await Promise.all([
      syncdoctor(['diagnose', '--format', 'json', '--lang', lang, ...args], { input: error }),
      api.post('/v1/diagnoses', { error, lang, ...(recordType !== undefined && { recordType }) }),
    ])
    expect(json(ran)).toEqual(answer.as('Diagnosis'))
  })
})

describe.each(catalog.rules)('the published message of $item.slug', ({ item }) => {
  it.each(languages)('is recognised in %s, with and without a record type', async (lang) => {
    const recordTypes = [undefined, ...item.published]
    const answers = await Promise.all(
      recordTypes.map((recordType) =>
        syncdoctor(
          [
            'diagnose',
            ...['--format', 'json', '--lang', lang],
            ...(recordType === undefined ? [] : ['--record-type', recordType]),
          ],
          { input: item.message },
        ),
      ),
    )
    for (const ran of answers) {
      expect(ran.code).toBe(0)
      expect(json(ran)).toMatchObject({
        item: { number: item.number, slug: item.slug },
        certainty: 'exact',
        conflicts: [],
      })
    }
  })
})

describe('the record type', () => {
  it('decides where the text leaves it open', async () => {
    const [expense, service, open] = await Promise.all(
      [['--record-type', 'expense'], ['--record-type=service'], []].map((args) =>
        syncdoctor(['diagnose', '--format', 'json', ...args], { input: 'Invalid account type used' }),
      ),
    )
    expect([expense, service, open].map((ran) => ran && json(ran).item?.number)).toEqual([7, 9, undefined])
    expect([expense?.code, service?.code, open?.code]).toEqual([0, 0, 2])
  })
})

describe('the text of the command', () => {
  it.each([
    ['en', /^Error 4 of the table: Document number already used\n/u, 'HOW TO FIX IT'],
    ['fr', /^Erreur 4 du tableau\s?: Numéro de document déjà utilisé\n/u, 'COMMENT CORRIGER'],
  ])(
    'says in %s what it is, what it took from the text, and how to fix it',
    async (lang, headline, section) => {
      const { stdout } = await syncdoctor(['diagnose', '--lang', lang], { input: TAKEN })
      expect(stdout).toMatch(headline)
      expect(stdout).toMatch(/: 1781$/mu)
      expect(stdout).toContain(section)
      expect(stdout).not.toMatch(/\*\*|\{\{|undefined/u)
    },
  )

  it('sets a blank before each colon in French, as the articles do', async () => {
    const { stdout } = await syncdoctor(['diagnose', '--lang', 'fr'], { input: TAKEN })
    expect(stdout).toMatch(/^Erreur 4 du tableau\s: Numéro/u)
    expect(stdout).toMatch(/^- Numéro de document\s: 1781$/mu)
  })

  it('is plain in a pipe', async () => {
    const { stdout } = await syncdoctor(['diagnose'], { input: TAKEN })
    expect(stdout).not.toContain('\u001b')
  })

  it('is coloured if FORCE_COLOR says so, and otherwise the same', async () => {
    const [plain, coloured] = await Promise.all(
      [undefined, { FORCE_COLOR: '1' }].map((env) => syncdoctor(['diagnose'], { input: TAKEN, env })),
    )
    expect(coloured?.stdout).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured?.stdout ?? '')).toBe(plain?.stdout)
  })

  it.each(['text', 'markdown'])(
    'as %s carries no control characters of the text to the terminal',
    async (format) => {
      const input = TAKEN.replace('1781', '\u001b[31m17\u001b[0m81\u0007\u009b2J')
      const { stdout } = await syncdoctor(['diagnose', '--format', format], { input })
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u)
    },
  )
})

describe('the Markdown of the command', () => {
  it.each([
    ['en', '# Document number already used', '## How to fix it'],
    ['fr', '# Numéro de document déjà utilisé', '## Comment corriger'],
  ])('is the guide in %s under its title', async (lang, title, section) => {
    const { stdout } = await syncdoctor(['diagnose', '--format', 'markdown', '--lang', lang], {
      input: TAKEN,
    })
    expect(stdout.startsWith(`${title}\n\n`)).toBe(true)
    expect(stdout).toContain(`\n${section}\n`)
    expect(stdout).toContain('**1781**')
  })

  it('is the guide of the unrecognized for an unknown error', async () => {
    const { stdout } = await syncdoctor(['diagnose', '--format', 'markdown'], { input: UNKNOWN })
    expect(stdout).toMatch(/^# Error not recognized\n/u)
  })
})

describe('what the command does not understand', () => {
  it.each([
    [['--lang', 'de'], /--lang.*de.*en, fr/u],
    [['--format', 'html'], /--format.*html.*text, json, markdown/u],
    [['--record-type', 'bill'], /--record-type.*bill.*client, service, invoice, payment, refund, expense/u],
    [['--lang'], /--lang.*argument missing/u],
    [['--colour'], /unknown option '--colour'/u],
    [['a.txt', 'b.txt'], /too many arguments/u],
  ])('%j is refused, with what would be right', async (args, reason) => {
    const ran = await syncdoctor(['diagnose', ...args], { input: TAKEN })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(reason)
  })
})
