// Typographic quotes of word processors and of other languages' keyboards.
const SINGLE = /[‘’‚‛ʼ`´]/gu
const DOUBLE = /[“”„‟«»]/gu

/** Quotes folded to the plain ones, character for character, so that offsets stay true. */
export function plainQuotes(text: string): string {
  return text.replace(SINGLE, "'").replace(DOUBLE, '"')
}
