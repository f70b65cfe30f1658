/** Words that tell what kind of company it is, and are often left out. */
const KINDS = new Set([
  'inc',
  'llc',
  'ltd',
  'ltee',
  'corp',
  'co',
  'company',
  'enr',
  'and',
  'et',
  'the',
  'deleted',
])
const MOST_NAMES = 5

/** Those of the names that may well be meant by the wanted one: what is the same but for case, signs and small words. */
export function nearNames(wanted: string, names: readonly string[]): readonly string[] {
  const core = coreOf(wanted)
  if (core === '') return []
  const near = names.filter((name) => {
    const other = coreOf(name)
    return name !== wanted && other !== '' && (other.startsWith(core) || core.startsWith(other))
  })
  return near.slice(0, MOST_NAMES)
}

function coreOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !KINDS.has(word))
    .join(' ')
}
