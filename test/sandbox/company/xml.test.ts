import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fromXml } from '../../../src/sandbox/company/v3/from-xml.ts'
import { toXml } from '../../../src/sandbox/company/v3/to-xml.ts'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

const XMLNS = 'xmlns="http://schema.intuit.com/finance/v3"'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})

const send = async (path: string, body: string) => {
  const answer = await sandbox.call(path, {
    body,
    headers: { 'Content-Type': 'application/xml', Accept: 'application/xml' },
  })
  return { status: answer.status, text: await answer.text() }
}

test('a client that speaks XML creates, reads, changes and finds', async () => {
  const made = await send(
    '/invoice',
    `${HEAD}<Invoice ${XMLNS}><CustomerRef name="Amy">1</CustomerRef><DocNumber>X-1</DocNumber>
     <Line><Amount>35.00</Amount><DetailType>SalesItemLineDetail</DetailType>
       <SalesItemLineDetail><ItemRef>10</ItemRef></SalesItemLineDetail></Line>
     <CustomerMemo>Thanks &amp; bye</CustomerMemo></Invoice>`,
  )
  expect(made.status).toBe(200)
  expect(made.text).toContain('<CustomerRef name="Amy&apos;s Bird Sanctuary">1</CustomerRef>')
  expect(made.text).toContain('<CustomerMemo>Thanks &amp; bye</CustomerMemo>')
  expect(made.text).toMatch(/<TotalAmt>35<\/TotalAmt>/u)
  const id = sandbox.company.ledger().find(({ docNumber }) => docNumber === 'X-1')?.id
  const changed = await send(
    '/invoice',
    `<ns0:Invoice xmlns:ns0="http://schema.intuit.com/finance/v3" sparse="true"><ns0:Id>${String(id)}</ns0:Id>` +
      '<ns0:SyncToken>0</ns0:SyncToken><ns0:PrivateNote>Paid</ns0:PrivateNote></ns0:Invoice>',
  )
  expect(changed).toMatchObject({ status: 200, text: expect.stringContaining('<PrivateNote>Paid<') })
  const query = encodeURIComponent("select * from Invoice where DocNumber = 'X-1'")
  const found = await sandbox.call(`/query?query=${query}`, { headers: { Accept: 'application/xml' } })
  expect(await found.text()).toContain(
    '<QueryResponse startPosition="1" maxResults="1" totalCount="1"><Invoice domain="QBO" sparse="false">',
  )
})

test.each([
  ['', '2010'],
  ['{"Name":"x"}', '2010'],
  ['<Term><Name>x</Term>', '2010'],
  ['<Term><Name>x</Name>', '2010'],
  ['<Term/><Term/>', '2010'],
  [`${'<Term>'.repeat(1000)}${'</Term>'.repeat(1000)}`, '2010'],
  ['<Item><Name>x</Name></Item>', '2000'],
])('%j is refused', async (body, code) => {
  const answer = await send('/term', body)
  expect(answer).toMatchObject({ status: 400, text: expect.stringContaining(`<Error code="${code}"`) })
})

test('whatever a text holds, it comes back from XML as it went', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one === one.trim())
  fc.assert(
    fc.property(text, text, (Name, name) => {
      const xml = toXml({ Item: { Name, IncomeAccountRef: { value: '1', name } } })
      const inner = /<IntuitResponse [^>]*>(?<inner>[^]*)<\/IntuitResponse>/u.exec(xml)?.groups?.inner
      expect(fromXml(inner ?? '')).toEqual({
        name: 'Item',
        body: { Name, IncomeAccountRef: { value: '1', name } },
      })
    }),
  )
})

test('any text is read or not, and nothing worse happens', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '"', '=', '&', ' ', '!', '[', '?') }),
      (text) => {
        fromXml(text)
      },
    ),
  )
})
