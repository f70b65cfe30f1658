/**
 * A name of at most so many characters, cut between words where that leaves enough of it; without a colon, which QuickBooks
 * reads as a level.
 */
export function shorterName(name: string, most: number): string {
  const plain = name.replaceAll(':', ' ').replaceAll(/\s+/gu, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most + 1)
  const end = cut.lastIndexOf(' ')
  const words = end > most / 2 ? cut.slice(0, end) : plain.slice(0, most)
  return words.replace(/[\s,;.&(–-]{1,20}$/u, '').toWellFormed()
}
