/** Whether a text is like the pattern, in which % stands for any characters; in time linear in both for any pattern. */
export function isLike(text: string, pattern: string): boolean {
  const [start = '', ...rest] = pattern.split('%')
  const end = rest.pop()
  if (end === undefined) return text === start
  if (text.length < start.length + end.length || !text.startsWith(start) || !text.endsWith(end)) return false
  const last = text.length - end.length
  let at = start.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found === -1 || found + part.length > last) return false
    at = found + part.length
  }
  return true
}
