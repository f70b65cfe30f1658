const LONGEST = 120

/** Text of others as one line of ours: without line breaks, control characters and marks that turn the direction of writing. */
export function cleanLine(text: string, longest = LONGEST): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
    .trim()
  const letters = Array.from(line)
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('')}…`
}
