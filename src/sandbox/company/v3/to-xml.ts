import { escapeUTF8 } from 'entities'

const NAMESPACE = 'http://schema.intuit.com/finance/v3'
/** Members that stand in the tag in XML. */
const attributes: ReadonlySet<string> = new Set([
  'domain',
  'sparse',
  'status',
  'startPosition',
  'maxResults',
  'totalCount',
  'code',
  'element',
  'bId',
])
/** Characters that XML cannot hold in any form. */

const UNTELLABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu

/** A JSON answer of the v3 API in its XML form. */
export function toXml({ time, ...members }: Readonly<Record<string, unknown>>): string {
  const content = Object.entries(members).map(([name, value]) => elements(name, value))
  const when = typeof time === 'string' ? ` time="${escaped(time)}"` : ''
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<IntuitResponse xmlns="${NAMESPACE}"${when}>${content.join('')}</IntuitResponse>`
  )
}

function elements(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => elements(name, one)).join('')
  if (typeof value !== 'object') {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    return `<${name}>${escaped(text)}</${name}>`
  }
  const members = Object.entries(value)
  const reference = referenceOf(members)
  if (reference !== undefined) {
    const named = reference.name === undefined ? '' : ` name="${escaped(reference.name)}"`
    return `<${name}${named}>${escaped(reference.value)}</${name}>`
  }
  const isAttribute = ([member, held]: readonly [string, unknown]) =>
    (attributes.has(member) || (name === 'Fault' && member === 'type')) && typeof held !== 'object'
  const inTag = members
    .filter(isAttribute)
    .map(([member, held]) => ` ${member}="${escaped(String(held as string | number | boolean))}"`)
  const within = members.filter((one) => !isAttribute(one)).map(([member, held]) => elements(member, held))
  return `<${name}${inTag.join('')}>${within.join('')}</${name}>`
}

/** A reference is its value in XML, with the name in the tag. */
function referenceOf(members: readonly (readonly [string, unknown])[]) {
  const { value, name, ...others } = Object.fromEntries(members) as Readonly<Record<string, unknown>>
  if (typeof value !== 'string' || Object.keys(others).length > 0) return undefined
  return { value, name: typeof name === 'string' ? name : undefined }
}

function escaped(text: string): string {
  return escapeUTF8(text.replace(UNTELLABLE, ''))
}
