import { plainQuotes } from './plain-quotes.ts'

/** What texts are compared by: case and quotes folded, and as long as the text it was made from. */
export function comparable(text: string): string {
  const plain = plainQuotes(text)
  const lower = plain.toLowerCase()
  if (lower.length === text.length) return lower
  // A few letters grow when lowered (İ): each unit is lowered alone, and kept where it would grow.
  return Array.from({ length: plain.length }, (_, i) => {
    const unit = plain.charAt(i).toLowerCase()
    return unit.length === 1 ? unit : plain.charAt(i)
  }).join('')
}
