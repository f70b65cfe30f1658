import { plainQuotes } from './plain-quotes.ts'

let latest = { text: '', comparable: '' }

/**
 * What texts are compared by: case and quotes folded, and as long as the text it was made from. All rules ask for the
 * same text in turn, so the latest is kept.
 */
export function comparable(text: string): string {
  if (latest.text !== text) latest = { text, comparable: fold(text) }
  return latest.comparable
}

function fold(text: string): string {
  const plain = plainQuotes(text)
  const lower = plain.toLowerCase()
  if (lower.length === text.length) return lower
  // A few letters grow when lowered (İ): each unit is lowered alone, and kept where it would grow.
  return Array.from({ length: plain.length }, (_, i) => {
    const unit = plain.charAt(i).toLowerCase()
    return unit.length === 1 ? unit : plain.charAt(i)
  }).join('')
}
