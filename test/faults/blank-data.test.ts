import { describe, expect, it } from '@jest/globals'
import { blankData } from '../../src/faults/blank-data.ts'
import { Passage } from '../../src/faults/passage.ts'

const SAID = 'Invalid Customer'
const rest = (text: string) => blankData(Passage.of(text)).text

describe('what QuickBooks did not say', () => {
  it.each([
    ['an address', `see https://example.com/?q=Invalid+Customer now`, 'see \n now'],
    ['an address of another kind', 'FTP://x/Invalid file://Invalid http://Invalid', '\n \n \n'],
    ['a request line', 'GET /Invalid/Customer?x=1 HTTP', '\n HTTP'],
    ['any request line', 'POST /a PUT /b PATCH /c DELETE /d HEAD /e OPTIONS /', '\n \n \n \n \n \n'],
    ['a header', `a\nX-Note: ${SAID}\nb`, 'a\n\n\nb'],
    [
      'a header of one word',
      `Authorization: a\nCookie: b\nHost: c\nAccept: d\nReferer: ${SAID}`,
      '\n\n\n\n\n\n\n\n\n',
    ],
    ['a header that curl shows', `> X-Note: a\n< X-Note-Two: ${SAID}`, '\n\n\n'],
    ['a name', `CustomerName="${SAID}" is odd`, '\n is odd'],
    ['a name in other notations', `name: '${SAID}', display_name => "${SAID}"`, '\n, \n'],
    ['a member of an escaped value', `\\"memo\\": \\"${SAID}\\"`, '\\"memo\\": \\"Invalid Customer\\"'],
    ['a member of a value', `{"memo": "${SAID}"}`, '{"\n}'],
    ...[
      'customer',
      'client',
      'vendor',
      'memo',
      'note',
      'notes',
      'description',
      'subject',
      'title',
      'label',
      'Label',
    ].map((key) => [`the ${key}`, `a ${key}="${SAID}" b`, 'a \n b'] as const),
    ['an element', `<DisplayName>${SAID}</DisplayName> is odd`, '\n is odd'],
    ['an element of a name space', `<qbo:Note>${SAID}</qbo:Note>`, '\n'],
    ['a stack of JavaScript', `a\n    at push (${SAID})\nb`, 'a\n\nb'],
    ['a stack of Ruby', `a\n\tfrom x.rb:1:in '${SAID}'`, 'a\n'],
    ['a stack of Python', `a\n  File "x.py", line 1\nb`, 'a\n\nb'],
    ['a header of two words', `Content-Type: ${SAID}`, '\n'],
    ['a long stack of PHP', `a\n#10 /srv/x.php(1): ${SAID}`, 'a\n'],
    ['a stack of PHP', `a\n#0 /srv/x.php(1): ${SAID}\nb`, 'a\n\nb'],
  ])('is taken out: %s', (_what, text, left) => {
    expect(rest(text)).toBe(left)
  })

  it.each([
    'resolved: ',
    'has been resolved: ',
    'was solved: ',
    'is fixed - ',
    'now fixed – ',
    'recovered — ',
    'dismissed => ',
    'e.g.: ',
    'example: ',
    'for example: ',
    'sample: ',
    'see: ',
    'See also: ',
    'doc: ',
    'docs: ',
    'documentation: ',
    'article: ',
    'article #12: ',
    'article 12: ',
    'article #12 : ',
    'FAQ: ',
    'how to fix: ',
    'how to resolve this error: ',
    'how to read it: ',
    'search: ',
    'searched for: ',
    'searching: ',
    'search results for: ',
    'search result: ',
    'no longer fails: ',
    'no longer failing with: ',
    'no longer occurs: ',
    'no longer seen: ',
    'formerly: ',
    'previously: ',
    'used to fail: ',
    'used to fail with: ',
    'old error: ',
    'last week: ',
    "last month's error: ",
    'last year: ',
    'INFO: resolved: ',
    'INFO:   resolved: ',
  ])('is what it only mentions: %s', (mention) => {
    expect(rest(`${mention}${SAID}`)).toBe('\n')
    expect(rest(`It failed. ${mention}${SAID}\nNow`)).toBe('It failed.\n\nNow')
  })
})

describe('what QuickBooks may have said', () => {
  it.each([
    'No address: http:// and httpx://a',
    'We GET a / and get /a',
    'Two Words: a',
    'X-Note: a'.replace('-', ' '),
    `a X-Note: ${SAID}`,
    'name=Acme and note: none',
    'rename: "a',
    'titles: "a"',
    `<Message>${SAID}</Message><Detail>${SAID}</Detail>`,
    ...[
      'ErrorMessage',
      'Cause',
      'pre',
      'p',
      'h1',
      'h2',
      'title',
      'body',
      'div',
      'span',
      'b',
      'i',
      'em',
      'strong',
    ].map((tag) => `<${tag}>${SAID}</${tag}>`),
    `<ns:Detail>${SAID}</ns:Detail>`,
    `<a>${SAID}`,
    'a at push (x)',
    'a\nattempt 1',
    '#0 /srv/x.php',
    `unresolved: ${SAID}`,
    `It was not resolved: ${SAID}`,
    `resolved ${SAID}`,
    'Fix it: now',
  ])('stays: %s', (text) => {
    expect(rest(text)).toBe(text)
  })

  it('is a name between asterisks, whatever it holds', () => {
    const name = '*https://example.com/ name="a"*'
    expect(rest(`for ${name} in https://example.com/`)).toBe(`for ${name} in \n`)
    expect(rest('see https://example.com/*a*')).toBe('see \n')
    expect(rest('2 * 3 see https://example.com/')).toBe('2 * 3 see \n')
  })

  it('keeps its place', () => {
    const passage = blankData(Passage.of('see https://example.com/ now'))
    expect(passage.offset(passage.text.indexOf('now'))).toBe(25)
  })
})
