import { describe, expect, it } from '@jest/globals'
import { decodeEntities } from '../../src/faults/decode-entities.ts'
import { fold } from '../../src/faults/fold.ts'
import { Passage } from '../../src/faults/passage.ts'

const folded = (text: string) => fold(Passage.of(text)).text

describe('a text as people read it', () => {
  it.each([
    ['blanks at its ends', '  a \n', 'a'],
    ['several blanks', 'a  b \t\r\n c', 'a b c'],
    ['a line break', 'a\nb', 'a b'],
    ['a tab alone', 'a\tb', 'a b'],
    ['control characters', 'a\u0000b\u001f\u007fc\u0085d\u009fe', 'a b c d e'],
    ['no-break blanks', 'a\u00a0\u202fb', 'a b'],
    ['soft hyphens', 'sy\u00adnc', 'sync'],
    ['zero-width marks', '\ufeffa\u200b\u200c\u200fb\u2060\u206fc', 'abc'],
    ['direction marks', 'a\u202a\u202eb', 'ab'],
    ['escaped line breaks and tabs', 'a\\nb\\tc\\r\\nd', 'a b c d'],
    ['twice escaped ones', 'a\\\\nb', 'a b'],
    ['escaped quotes', 'a \\"b\\" \\\\\\"c\\\\\\"', 'a "b" "c"'],
    ['escaped apostrophes', "it\\'s", "it's"],
    ['half an emoji', 'a\ud83d b', 'a\ufffd b'],
    ['a whole emoji', 'a 👍 b', 'a 👍 b'],
    ['entities', 'A&amp;B', 'A&B'],
    ['entities of entities', 'A &amp;amp; B', 'A & B'],
    ['three levels of entities', '&amp;amp;amp;', '&amp;'],
  ])('is folded: %s', (_what, text, read) => {
    expect(folded(text)).toBe(read)
  })

  it.each(['plain words', "Smith's [A] {b} ~ % ( *", 'é “a” ‘b’', 'a\\b', 'AT&T', '!', 'C:\\dir'])(
    'is left as it is: %s',
    (text) => {
      expect(folded(text)).toBe(text)
    },
  )

  it('is the very same where nothing is to be folded', () => {
    const passage = Passage.of('Invalid Reference Id : Line (2) [a] "b"')
    expect(fold(passage)).toBe(passage)
  })
})

describe('an entity', () => {
  it.each([
    ['&lt;&GT;&quot;&apos;', '<>"\''],
    ['&#65;&#x42;&#X43;&#x1F44D;', 'ABC👍'],
    ['&#0000065;', 'A'],
    ['&eacute;', 'é'],
    ['&nosuchentity; &; &# &amp', '&nosuchentity; &; &# &amp'],
    ['&lt &lt;', '&lt <'],
  ])('is decoded, one level of it: %s', (text, decoded) => {
    expect(decodeEntities(Passage.of(text)).text).toBe(decoded)
    expect(decodeEntities(Passage.of('&amp;lt;')).text).toBe('&lt;')
  })
})
