// Typographic quotes of word processors and of other languages' keyboards.
const SINGLE = /[‘’‚‛ʼ`´]/gu
const DOUBLE = /[“”„‟«»]/gu

const TYPOGRAPHIC = /[‘’‚‛ʼ`´“”„‟«»]/u

/** Quotes folded to the plain ones, character for character, so that offsets stay true. */
export function plainQuotes(text: string): string {
  if (!TYPOGRAPHIC.test(text)) return text
  return text.replace(SINGLE, "'").replace(DOUBLE, '"')
}
