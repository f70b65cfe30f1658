const MAX_WORDS = 60
const MAX_LENGTH = 40

/** The words of texts, as they are searched: without case, accents and punctuation, each once. */
export function wordsOf(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
  return [...new Set(words.filter(Boolean).map((word) => word.slice(0, MAX_LENGTH)))].slice(0, MAX_WORDS)
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
