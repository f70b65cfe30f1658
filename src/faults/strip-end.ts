/** A text without the signs of `signs` at its end; unlike a pattern, in one step a sign. */
export function stripEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
