import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'
import { readHtml } from '../../src/faults/read-html.ts'

const read = (text: string) => readHtml(Passage.of(text))

describe('an HTML page', () => {
  it('is read by the words that people see', () => {
    const page =
      '<html><head><title>Bad Gateway</title><style>p{}</style><script>let x</script></head><body><noscript>on</noscript><template>t</template><p>no&amp;w <b>th</b>is</p></body></html>'
    expect(read(page)).toMatchObject([{ text: 'Bad Gateway no&w this', start: 0, end: page.length }])
  })

  it.each(['br', 'div', 'h1', 'h2', 'h3', 'li', 'p', 'td', 'title', 'tr'])(
    'breaks its words at %s',
    (tag) => {
      expect(read(`<html>a<${tag}>b</${tag}>c`)?.[0]?.text).toBe(tag === 'br' ? 'a b c' : 'ab c')
    },
  )

  it.each([
    ['502 Bad Gateway', 502],
    ['HTTP Error 404.', 404],
    ['error 429', 429],
    ['Gateway 5020', null],
    ['200 fine', null],
    ['nothing', null],
  ])('tells the status in its words: %s', (words, httpStatus) => {
    expect(read(`<HTML lang="en"><p>${words}</p>`)).toMatchObject([{ httpStatus }])
    expect(read(`<!DOCTYPE html><p>${words}</p>`)).toMatchObject([{ httpStatus }])
  })

  it('may have words before it, which are not its own', () => {
    expect(read('HTTP/1.1 500 body: <html><p>502</p>')).toMatchObject([
      { text: '502', httpStatus: 502, start: 19 },
    ])
  })

  it.each(['no page', '<htmlx>', '<p>a</p>', 'html>'])('is none: %s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('in a value or in a name is not the answer', () => {
    expect(read('{"a":"<html>b"}')).toBeUndefined()
    expect(read('["<html>b"]')).toBeUndefined()
    expect(read('for *<html>* in')).toBeUndefined()
    expect(read(`{}${' '.repeat(500)}<html>b`)).toMatchObject([{ text: 'b' }])
  })
})
