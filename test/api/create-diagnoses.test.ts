import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'

const ADDRESS = '/v1/diagnoses/batch'
const UNKNOWN = { error: 'the printer is out of paper' }

const { api, bugs } = await startService()

const items = catalog.rules.map(({ item }) => item)
const failures = items.map(({ message }) => ({ error: message }))

async function diagnoses(request: object, headers?: Record<string, string>) {
  const answer = await api.post(ADDRESS, request, headers)
  expect(answer.status).toBe(200)
  return answer.as('DiagnosisBatch').diagnoses
}

/** The place and code of each fault of a request that must be refused as not valid, in the order of the places. */
async function faults(body: unknown): Promise<readonly string[]> {
  const answer = await api.post(ADDRESS, body)
  expect(answer.status).toBe(400)
  const { code, errors = [] } = answer.as('Problem')
  expect(code).toBe('invalid-request')
  expect(errors.filter((fault) => fault.in !== 'body')).toEqual([])
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()
}

const numberOf = ({ item }: Schemas['Diagnosis']) => item?.number ?? null

describe('many failures', () => {
  it('are answered in their order', async () => {
    const numbers = items.map(({ number }) => number)
    expect((await diagnoses({ failures })).map(numberOf)).toEqual(numbers)
    expect((await diagnoses({ failures: failures.toReversed() })).map(numberOf)).toEqual(numbers.toReversed())
  })

  it('that are not recognized are answered in their place', async () => {
    const mixed = [UNKNOWN, ...failures.slice(0, 2), { error: '' }, ...failures.slice(2, 3), { error: {} }]
    const answered = await diagnoses({ failures: mixed, guide: 'markdown' })
    expect(answered.map(numberOf)).toEqual([null, 1, 2, null, 3, null])
    for (const { guide } of answered) expect(guide?.format).toBe('markdown')
  })

  it('are each answered as if sent alone', async () => {
    const all = [
      { error: items[6]?.message, recordType: 'expense' },
      { error: 'Invalid account type used', recordType: 'service', operation: 'create' },
      { error: 'Invalid account type used' },
      {
        error: { Fault: { Error: [{ Message: 'Duplicate Name Exists Error', code: '6240' }] } },
        entity: 'PaymentMethod',
      },
      { error: '', httpStatus: 429 },
    ]
    const alone = await Promise.all(
      all.map(async (failure) => (await api.post('/v1/diagnoses', failure)).as('Diagnosis')),
    )
    expect(await diagnoses({ failures: all })).toEqual(alone)
  })

  it('may be 1,000', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, i) => failures[i % failures.length])
    const answered = await diagnoses({ failures: thousand, guide: 'html', lang: 'fr' })
    expect(answered.map(numberOf)).toEqual(thousand.map((_, i) => items[i % items.length]?.number))
    expect(new Set(answered.map(({ guide }) => guide?.language))).toEqual(new Set(['fr']))
  })

  it('may not be 1,001, nor none', async () => {
    expect(await faults({ failures: Array.from({ length: 1_001 }, () => UNKNOWN) })).toEqual([
      '/failures maxItems',
    ])
    expect(await faults({ failures: [] })).toEqual(['/failures minItems'])
    expect(await faults({})).toEqual(['/failures required'])
  })

  it.each(languages)('share one language, %s, and its guides', async (lang) => {
    const answer = await api.post(ADDRESS, { failures: [...failures, UNKNOWN], lang, guide: 'html' })
    expect(answer.headers).toMatchObject({
      'content-language': lang,
      vary: expect.stringContaining('Accept-Language'),
    })
    for (const { guide, item } of answer.as('DiagnosisBatch').diagnoses) {
      expect(guide).toMatchObject({ language: lang, format: 'html' })
      if (item !== null) expect(guide?.title).toBe(item.title)
    }
  })

  it('are answered in the language that the caller likes, if lang says none', async () => {
    const [diagnosis] = await diagnoses({ failures: [failures[1]] }, { 'Accept-Language': 'fr-CA, en;q=0.8' })
    expect(diagnosis?.item?.title).toBe('Nom déjà utilisé')
    expect(diagnosis?.guide).toBeNull()
  })
})

describe('one malformed entry', () => {
  it('refuses them all, with the place of every fault', async () => {
    const wrong = {
      failures: [
        UNKNOWN,
        { ...UNKNOWN, httpStatus: '400', when: 'today' },
        UNKNOWN,
        { recordType: 'invoice' },
        { error: null, recordType: 'bill' },
        'text',
        null,
      ],
      guide: 'pdf',
      extra: 1,
    }
    expect(await faults(wrong)).toEqual([
      '/extra additionalProperties',
      '/failures/1/httpStatus type',
      '/failures/1/when additionalProperties',
      '/failures/3/error required',
      '/failures/4/error type',
      '/failures/4/recordType enum',
      '/failures/5 type',
      '/failures/6 type',
      '/guide enum',
    ])
  })

  it('may not bring its own language or guide', async () => {
    expect(await faults({ failures: [{ ...UNKNOWN, lang: 'fr', guide: 'html' }] })).toEqual([
      '/failures/0/guide additionalProperties',
      '/failures/0/lang additionalProperties',
    ])
  })

  it('among a thousand is told by its position', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, i) => (i === 999 ? {} : UNKNOWN))
    expect(await faults({ failures: thousand })).toEqual(['/failures/999/error required'])
  })

  it('with members named as the language’s own does no harm', async () => {
    const own = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'
    expect(await faults(`{"failures":[{"error":"x",${own}}],${own}}`)).toEqual([
      '/__proto__ additionalProperties',
      '/constructor additionalProperties',
      '/failures/0/__proto__ additionalProperties',
      '/failures/0/constructor additionalProperties',
    ])
    const answer = await api.post(ADDRESS, `{"failures":[{"error":{${own}}},{"error":[{${own}}]}]}`)
    expect(answer.as('DiagnosisBatch').diagnoses.map(numberOf)).toEqual([null, null])
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a batch', () => {
  it('with more faults than can be read is refused with the first thousand', async () => {
    const found = await faults({ failures: Array.from({ length: 1_000 }, () => ({ a: 1, b: 2 })) })
    expect(found).toHaveLength(1_000)
  })

  it('with a failure nested 100,000 deep is answered', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000)
    const answer = await api.post(
      ADDRESS,
      `{"failures":[{"error":${nested}},${JSON.stringify(failures[3])}]}`,
    )
    expect(answer.as('DiagnosisBatch').diagnoses.map(numberOf)).toEqual([null, 4])
    expect(bugs).toEqual([])
  })

  it.each<[number, string, string, unknown, Record<string, string>]>([
    [400, 'invalid-json', 'is no JSON', '{"failures":[', {}],
    [400, 'invalid-request', 'is missing', undefined, { 'Content-Type': 'application/json' }],
    [413, 'body-too-large', 'has more than 2 MiB', { failures: [{ error: 'x'.repeat(2 ** 21) }] }, {}],
    [415, 'unsupported-media-type', 'is no application/json', '<failures/>', { 'Content-Type': 'text/xml' }],
  ])('is refused as %i %s where its body %s', async (status, code, _what, body, headers) => {
    const answer = await api.post(ADDRESS, body, headers)
    expect(answer.status).toBe(status)
    expect(answer.as('Problem').code).toBe(code)
  })
})
