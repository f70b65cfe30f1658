/** Whether If-Match (RFC 9110) lets a change of this version through; without it, every change. */
export function matchesVersion(ifMatch: string | undefined, version: number): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true
  return ifMatch.split(',').some((tag) => /^"(\d+)(?:\.\w+)?"$/u.exec(tag.trim())?.[1] === String(version))
}
