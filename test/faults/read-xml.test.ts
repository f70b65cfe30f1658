import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'
import { readXml } from '../../src/faults/read-xml.ts'

const faults = (text: string) => readXml(Passage.of(text))
const place = (text: string) => faults(text)?.map(({ start, end }) => text.slice(start, end))

describe('an XML fault', () => {
  it('has its code and element as attributes, in any case, and the type of its envelope', () => {
    const error =
      '<qbo:Error Code="2500" ELEMENT="Line"><qbo:Message>A</qbo:Message><qbo:Detail>b</qbo:Detail></qbo:Error>'
    const text = `<qbo:Fault Type="ValidationFault">${error}</qbo:Fault>`
    expect(faults(text)).toMatchObject([
      { message: 'A', detail: 'b', code: '2500', element: 'Line', type: 'ValidationFault' },
    ])
    expect(place(text)).toEqual([error])
  })

  it('of the older envelopes has its code as an element', () => {
    expect(
      faults('<FaultInfo><Message>A</Message><ErrorCode>100</ErrorCode><Cause>b</Cause></FaultInfo>'),
    ).toMatchObject([{ message: 'A', detail: 'b', code: '100', element: null, type: null }])
    expect(
      faults('<PlatformResponse><ErrorMessage>A</ErrorMessage><ErrorCode>22</ErrorCode></PlatformResponse>'),
    ).toMatchObject([{ message: 'A', detail: null, code: '22' }])
  })

  it('tells words in several pieces, with their entities, and nothing of other elements', () => {
    const text =
      '<Error>x<Message>A &amp; <![CDATA[<b>]]></Message>y<Other>z</Other><Detail>c</Detail></Error>'
    expect(faults(text)).toMatchObject([{ message: 'A & <b>', detail: 'c' }])
  })

  it('is one of several; the next ends one that is not closed', () => {
    const text =
      '<Fault type="A"><Error code="1"><Message>a</Message><Error code="2"></Error><Error code="3">'
    expect(faults(text)).toMatchObject([
      { code: '1', message: 'a', type: 'A' },
      { code: '2', message: null },
      { code: '3', message: null },
    ])
    expect(place(text)).toEqual([
      '<Error code="1"><Message>a</Message>',
      '<Error code="2"></Error>',
      '<Error code="3">',
    ])
  })

  it('may be cut off, and then ends with the text', () => {
    const text = '<Error code="1"><Message>a</Message><Detail>b'
    expect(faults(text)).toMatchObject([{ message: 'a', detail: 'b' }])
    expect(place(text)).toEqual([text])
  })

  it('stands within other words, which are not its own', () => {
    const text = 'before <Error code="1"><Message>a</Message></Error> after <Message>b</Message>'
    expect(faults(text)).toMatchObject([{ message: 'a' }])
    expect(place(text)).toEqual(['<Error code="1"><Message>a</Message></Error>'])
  })

  it('that says nothing is none', () => {
    expect(faults('<Error></Error><Error> <Message> </Message></Error>')).toEqual([])
  })

  it('is one of a hundred at most', () => {
    expect(faults('<Error code="1"/>'.repeat(120))).toHaveLength(100)
    expect(faults('<Error code="1"/>'.repeat(99))).toHaveLength(99)
  })

  it.each(['no tag', '<Errors>', '< Error>', '<Message>a</Message>', '<Fault type="a">', 'Error'])(
    'is not there: %s',
    (text) => {
      expect(faults(text)).toBeUndefined()
    },
  )
})
