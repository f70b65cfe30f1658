import { describe, expect, it } from '@jest/globals'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type Language, languages } from '../../src/domain/language.ts'
import type { RecordType } from '../../src/domain/record-type.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'

const ADDRESS = '/v1/diagnoses'
const MEBI = 1024 * 1024

const { api, bugs } = await startService()

const items = catalog.rules.map(({ item }) => item)

/** The message of a row of the published table. */
function published(number: number): string {
  const item = items.find((one) => one.number === number)
  if (item === undefined) throw new Error(`The table has no row ${number}.`)
  return item.message
}

async function diagnose(request: object, headers?: Record<string, string>): Promise<Schemas['Diagnosis']> {
  const answer = await api.post(ADDRESS, request, headers)
  expect(answer.status).toBe(200)
  return answer.as('Diagnosis')
}

/** The faults of a request that must be refused as not valid. */
async function faults(body: unknown, address = ADDRESS): Promise<readonly Schemas['RequestFault'][]> {
  const answer = await api.post(address, body)
  expect(answer.status).toBe(400)
  const { code, errors = [] } = answer.as('Problem')
  expect(code).toBe('invalid-request')
  return errors
}

/** A body of exactly so many bytes, its error followed by blanks. */
function bodyOfBytes(bytes: number): string {
  const body = '{"error":"no idea"}'
  return body + ' '.repeat(bytes - body.length)
}

describe('the published error message of each row', () => {
  const rows = items.flatMap((item) =>
    [undefined, ...item.published].flatMap((recordType) =>
      languages.map((lang): [number, RecordType | undefined, Language, typeof item] => [
        item.number,
        recordType,
        lang,
        item,
      ]),
    ),
  )

  it('is that of ten rows', () => {
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it.each(rows)('of row %i, on the record type %s, is answered in %s as that row', async (...row) => {
    const [number, recordType, lang, { slug, message, retry }] = row
    const diagnosis = await diagnose({ error: message, recordType, lang, guide: 'markdown' })
    const { item, guide } = diagnosis
    expect(item).toMatchObject({ number, slug })
    expect(diagnosis).toMatchObject({ certainty: 'exact', retry, conflicts: [] })
    expect(diagnosis.faults).toMatchObject([{ item: slug }])
    expect(guide).toMatchObject({ language: lang, format: 'markdown', title: item?.title })
    expect(guide?.body).not.toContain('{{')
  })

  it.each(items)('of row $number is called differently in English and in French', async ({ message }) => {
    const [en, fr] = await Promise.all(languages.map((lang) => diagnose({ error: message, lang })))
    expect(en?.item?.title).not.toBe(fr?.item?.title)
  })
})

describe('the guide', () => {
  const formats = ['html', 'markdown'] as const

  it.each(languages.flatMap((lang) => formats.map((guide) => ({ lang, guide }))))(
    'of row 4 in $lang holds the number and the id that the message holds, as $guide',
    async (wanted) => {
      const { captures, guide } = await diagnose({ error: published(4), ...wanted })
      expect(captures).toEqual({ docNumber: '1781', txnType: 'Invoice', txnId: '3188' })
      expect(guide?.format).toBe(wanted.guide)
      for (const value of ['1781', '3188']) expect(guide?.body).toContain(value)
    },
  )

  it.each(languages.flatMap((lang) => formats.map((guide) => ({ lang, guide }))))(
    'of row 10 in $lang holds the length that was sent and the longest allowed, as $guide',
    async (wanted) => {
      const { captures, guide } = await diagnose({ error: published(10), recordType: 'service', ...wanted })
      expect(captures).toEqual({ minLength: '0', maxLength: '100', suppliedLength: '110' })
      for (const value of ['110', '100']) expect(guide?.body).toContain(value)
    },
  )

  it.each(['<p>', '<h2>'])('as HTML holds %s, and as Markdown none', async (tag) => {
    const [html, markdown] = await Promise.all(
      formats.map((guide) => diagnose({ error: published(4), guide })),
    )
    expect(html?.guide?.body).toContain(tag)
    expect(markdown?.guide?.body).not.toContain(tag)
    expect(markdown?.guide?.body).toMatch(/^## /mu)
  })

  it('is left out where none is wanted, and where nothing is said of it', async () => {
    expect((await diagnose({ error: published(4), guide: 'none' })).guide).toBeNull()
    expect((await diagnose({ error: published(4) })).guide).toBeNull()
  })

  it('is there for an unrecognized failure too', async () => {
    const [en, fr] = await Promise.all(
      languages.map((lang) => diagnose({ error: 'the printer is out of paper', lang, guide: 'html' })),
    )
    expect(en?.guide).toMatchObject({ language: 'en', format: 'html' })
    expect(fr?.guide).toMatchObject({ language: 'fr', format: 'html' })
    expect(en?.guide?.title).not.toBe(fr?.guide?.title)
  })

  it('shows markup in a value as the text that it is', async () => {
    const error = published(4).replace('1781', '<b>1</b>*2*')
    const { captures, guide } = await diagnose({ error, guide: 'html' })
    expect(captures.docNumber).toBe('<b>1</b>*2*')
    expect(guide?.body).toContain('&lt;b&gt;1&lt;/b&gt;*2*')
    expect(guide?.body).not.toContain('<b>')
  })
})

describe('a caller who names every request', () => {
  it('is answered as any other', async () => {
    const answer = await api.post(
      '/v1/diagnoses',
      { error: 'x' },
      { 'Idempotency-Key': '"one"', 'If-Match': '*' },
    )
    expect(answer.status).toBe(200)
  })
})

describe('an unrecognized failure', () => {
  it('has a diagnosis without item and certainty', async () => {
    expect(await diagnose({ error: 'the printer is out of paper' })).toMatchObject({
      item: null,
      certainty: null,
      captures: {},
      retry: null,
      why: [],
      guide: null,
      faults: [{ text: 'the printer is out of paper', item: null }],
    })
  })

  it('may be an empty text, an empty object or an empty list', async () => {
    for (const error of ['', {}, []])
      expect(await diagnose({ error })).toMatchObject({ item: null, faults: [] })
  })
})

describe('the language of the answer', () => {
  it.each<[string, Record<string, string>, object, Language]>([
    ['is English if nothing is said of it', {}, {}, 'en'],
    ['is the one that lang says', {}, { lang: 'fr' }, 'fr'],
    ['is French for a Canadian who speaks it', { 'Accept-Language': 'fr-CA' }, {}, 'fr'],
    ['is the best of those the caller likes', { 'Accept-Language': 'de, en;q=0.4, fr;q=0.5' }, {}, 'fr'],
    ['is English for a caller who likes neither', { 'Accept-Language': 'de' }, {}, 'en'],
    [
      'is the one that lang says, whatever else the caller likes',
      { 'Accept-Language': 'fr' },
      { lang: 'en' },
      'en',
    ],
  ])('%s', async (_name, headers, wish, language) => {
    const answer = await api.post(ADDRESS, { error: published(2), guide: 'markdown', ...wish }, headers)
    expect(answer.headers).toMatchObject({
      'content-language': language,
      vary: expect.stringContaining('Accept-Language'),
    })
    const { item, guide } = answer.as('Diagnosis')
    expect(item?.title).toBe(language === 'fr' ? 'Nom déjà utilisé' : 'Name already used')
    expect(guide?.language).toBe(language)
  })

  it('is taken from the body and not from the query', async () => {
    expect(await faults({ error: 'x' }, `${ADDRESS}?lang=fr`)).toMatchObject([
      { in: 'query', pointer: '/lang', code: 'additionalProperties' },
    ])
  })
})

describe('the failure', () => {
  const error = { Message: 'Duplicate Document Number Error', Detail: published(4), code: '6140' }

  it.each<[string, unknown]>([
    ['text', published(4)],
    ['an object', { Fault: { Error: [error], type: 'ValidationFault' } }],
    ['a list', [error]],
    ['JSON in a text', JSON.stringify({ Fault: { Error: [error] } })],
    [
      'XML in a text',
      `<IntuitResponse><Fault><Error code="6140"><Message>${published(4)}</Message></Error></Fault></IntuitResponse>`,
    ],
  ])('may be %s', async (_shape, raw) => {
    const { item, captures } = await diagnose({ error: raw })
    expect(item?.number).toBe(4)
    expect(captures).toEqual({ docNumber: '1781', txnType: 'Invoice', txnId: '3188' })
  })

  it('is diagnosed with what its reporter knows of it', async () => {
    const twins = { error: 'Invalid account type used' }
    expect(await diagnose({ ...twins, recordType: 'expense' })).toMatchObject({
      item: { number: 7 },
      certainty: 'inferred',
    })
    expect(await diagnose({ ...twins, recordType: 'service', operation: 'create' })).toMatchObject({
      item: { number: 9 },
      certainty: 'inferred',
    })
    expect(await diagnose({ error: '', httpStatus: 429 })).toMatchObject({ item: null, retry: 'transient' })
    expect(await diagnose({ error: published(2), entity: 'PaymentMethod' })).toMatchObject({
      retry: 'config_fix',
    })
  })

  it.each<[string, string]>([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['faults', '{"Fault":{"Error":['.repeat(40_000) + ']}}'.repeat(40_000)],
  ])('may be nested %s, 100,000 deep or more, as JSON and as text', async (_name, nested) => {
    expect((await api.post(ADDRESS, `{"error":${nested}}`)).status).toBe(200)
    expect((await api.post(ADDRESS, { error: nested })).status).toBe(200)
    expect(bugs).toEqual([])
  })

  it('may be a text of 1 Mi characters', async () => {
    const { item, faults } = await diagnose({ error: published(4).padEnd(MEBI, '.') })
    expect(item?.number).toBe(4)
    expect(faults[0]?.text.length).toBeLessThanOrEqual(4_000)
  })

  it('is refused as a text of one character more', async () => {
    expect(await faults({ error: 'x'.repeat(MEBI + 1) })).toEqual([
      {
        in: 'body',
        pointer: '/error',
        code: 'maxLength',
        detail: '/error is too long; at most 1048576 characters',
      },
    ])
    expect(await faults({ error: 'x'.repeat(MEBI + 1), lang: 'fr' })).toMatchObject([
      { detail: '/error est trop long; au plus 1048576 caractères' },
    ])
  })
})

describe('the body', () => {
  it('may have 2 MiB, and no byte more', async () => {
    expect((await api.post(ADDRESS, bodyOfBytes(2 * MEBI))).status).toBe(200)
    const refused = await api.post(ADDRESS, bodyOfBytes(2 * MEBI + 1))
    expect(refused.status).toBe(413)
    expect(refused.as('Problem').code).toBe('body-too-large')
  })

  it('may not grow larger than that when it is unpacked', async () => {
    const packed = gzipSync(bodyOfBytes(2 * MEBI + 1))
    expect((await api.post(ADDRESS, packed, { 'Content-Encoding': 'gzip' })).status).toBe(413)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('may be packed as %s', async (encoding, pack) => {
    const packed = pack(JSON.stringify({ error: published(4) }))
    const answer = await api.post(ADDRESS, packed, { 'Content-Encoding': encoding })
    expect(answer.status).toBe(200)
    expect(answer.as('Diagnosis').item?.number).toBe(4)
  })

  it('is refused if it is not packed as it says, and the answer says what is wrong', async () => {
    const answer = await api.post(ADDRESS, Buffer.from('not packed'), { 'Content-Encoding': 'gzip' })
    expect(answer.status).toBe(400)
    expect(answer.as('Problem')).toMatchObject({
      code: 'invalid-request',
      errors: [{ in: 'body', pointer: '' }],
    })
  })

  it('is refused if it is packed in an unknown way', async () => {
    const headers = { 'Content-Encoding': 'compress' }
    expect((await api.post(ADDRESS, { error: 'x' }, headers)).status).toBe(415)
  })

  it.each([
    'application/xml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/vnd.api+json',
    'application/json; charset=iso-8859-1',
  ])('is refused as %s', async (mediaType) => {
    const answer = await api.post(ADDRESS, '{"error":"x"}', { 'Content-Type': mediaType })
    expect(answer.status).toBe(415)
    expect(answer.as('Problem').code).toBe('unsupported-media-type')
  })

  it('may say that it is in UTF-8, and begin with a byte order mark', async () => {
    const headers = { 'Content-Type': 'Application/JSON; Charset="UTF-8"' }
    expect((await api.post(ADDRESS, { error: 'x' }, headers)).status).toBe(200)
    expect((await api.post(ADDRESS, '\ufeff{"error":"x"}')).status).toBe(200)
  })

  it.each<[string, Record<string, string>]>([
    ['', {}],
    [', even if its media type is said', { 'Content-Type': 'application/json' }],
  ])('is required%s', async (_name, headers) => {
    const answer = await api.post(ADDRESS, undefined, headers)
    expect(answer.status).toBe(400)
    expect(answer.as('Problem')).toMatchObject({
      code: 'invalid-request',
      errors: [{ in: 'body', pointer: '', code: 'required' }],
    })
  })

  it.each(['{"error":', '{error:"x"}', "{'error':'x'}", '{"error":"x"} {}', ' ', '\u0000'])(
    'is refused as no JSON where it is %j',
    async (body) => {
      const answer = await api.post(ADDRESS, body)
      expect(answer.status).toBe(400)
      const problem = answer.as('Problem')
      expect(problem.code).toBe('invalid-json')
      expect(problem).not.toHaveProperty('errors')
    },
  )

  it.each(['null', '3', '"x"', 'true', '[]', '[{"error":"x"}]'])(
    'must be an object, not %s',
    async (body) => {
      expect(await faults(body)).toMatchObject([{ in: 'body', pointer: '', code: 'type' }])
    },
  )
})

describe('what is wrong with a request', () => {
  it('is listed all at once, each with its place', async () => {
    const wrong = {
      lang: 'de',
      guide: 'pdf',
      httpStatus: '400',
      recordType: 'Invoice',
      foo: 1,
      bar: { error: 'x' },
    }
    const found = await faults(wrong)
    expect(found.map(({ pointer, code }) => [pointer, code]).toSorted()).toEqual([
      ['/bar', 'additionalProperties'],
      ['/error', 'required'],
      ['/foo', 'additionalProperties'],
      ['/guide', 'enum'],
      ['/httpStatus', 'type'],
      ['/lang', 'enum'],
      ['/recordType', 'enum'],
    ])
    expect(new Set(found.map((fault) => fault.in))).toEqual(new Set(['body']))
  })

  it('is told in the language of the answer', async () => {
    const details = async (lang: Language) =>
      (await faults({ lang, httpStatus: '400', foo: 1 })).map(({ detail }) => detail).toSorted()
    expect(await details('en')).toEqual([
      '/error is required',
      '/foo is not known here; remove it',
      '/httpStatus has the wrong type; expected: integer',
    ])
    expect(await details('fr')).toEqual([
      '/error est obligatoire',
      '/foo n’est pas connu ici; retirez-le',
      '/httpStatus n’a pas le bon type; attendu : integer',
    ])
  })

  it('has a JSON pointer, whatever the member is called', async () => {
    const found = await faults({ error: 'x', 'a/b': 1, 'c~d': 2 })
    expect(found.map(({ pointer }) => pointer)).toEqual(['/a~1b', '/c~0d'])
  })

  it('is listed all at once for the query too', async () => {
    const found = await faults({ error: 'x' }, `${ADDRESS}?foo=1&bar=2`)
    expect(found.map((fault) => [fault.in, fault.pointer]).toSorted()).toEqual([
      ['query', '/bar'],
      ['query', '/foo'],
    ])
  })

  it.each<[object, string, string]>([
    [{ error: null }, '/error', 'type'],
    [{ error: 3 }, '/error', 'type'],
    [{ error: true }, '/error', 'type'],
    [{ error: 'x', httpStatus: '400' }, '/httpStatus', 'type'],
    [{ error: 'x', httpStatus: 400.5 }, '/httpStatus', 'type'],
    [{ error: 'x', httpStatus: null }, '/httpStatus', 'type'],
    [{ error: 'x', httpStatus: 99 }, '/httpStatus', 'minimum'],
    [{ error: 'x', httpStatus: 600 }, '/httpStatus', 'maximum'],
    [{ error: 'x', recordType: 'Invoice' }, '/recordType', 'enum'],
    [{ error: 'x', recordType: '' }, '/recordType', 'enum'],
    [{ error: 'x', operation: 'push' }, '/operation', 'enum'],
    [{ error: 'x', entity: 'x'.repeat(101) }, '/entity', 'maxLength'],
    [{ error: 'x', entity: 1 }, '/entity', 'type'],
    [{ error: 'x', lang: 'de' }, '/lang', 'enum'],
    [{ error: 'x', lang: 'FR' }, '/lang', 'enum'],
    [{ error: 'x', guide: 'text' }, '/guide', 'enum'],
    [{ error: 'x', guide: null }, '/guide', 'type'],
  ])('in %j is told as %s, %s', async (request, pointer, code) => {
    expect(await faults(request)).toContainEqual(expect.objectContaining({ in: 'body', pointer, code }))
  })
})

describe('members named as the language’s own', () => {
  const OWN = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'

  it('are refused in the body, as any unknown member', async () => {
    const found = await faults(`{"error":"x","toString":1,${OWN}}`)
    expect(found.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/__proto__',
      '/constructor',
      '/toString',
    ])
    expect({}).not.toHaveProperty('polluted')
  })

  it('do not stand in for members that are missing', async () => {
    const found = await faults('{"__proto__":{"error":"x"}}')
    expect(found.map(({ pointer }) => pointer).toSorted()).toEqual(['/__proto__', '/error'])
  })

  it('in the failure do no harm, and hide nothing', async () => {
    const answer = await api.post(
      ADDRESS,
      `{"error":{${OWN},"Message":"Duplicate Document Number Error","code":"6140","hasOwnProperty":1}}`,
    )
    expect(answer.status).toBe(200)
    expect(answer.as('Diagnosis').item?.number).toBe(4)
    expect({}).not.toHaveProperty('polluted')
    expect(bugs).toEqual([])
  })
})
