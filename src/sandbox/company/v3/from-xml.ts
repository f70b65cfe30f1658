import { Parser } from 'htmlparser2'

/** Members that are lists, however many of them there are. */
const lists: ReadonlySet<string> = new Set([
  'Line',
  'LinkedTxn',
  'CustomField',
  'OtherContactInfo',
  'NameValue',
])
/** Deeper than any entity goes. */
const DEEPEST = 20

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/**
 * Reads an entity that was sent as XML: its name, and the JSON that says the same. Values stay text, which the books
 * take for numbers too. Undefined: it is no XML, or not of one entity.
 */
export function fromXml(xml: string): { readonly name: string; readonly body: unknown } | undefined {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let isBroken = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name: localName(name), attributes, children: [], text: '' }
        open.at(-1)?.children.push(element)
        open.push(element)
        isBroken ||= open.length > DEEPEST
      },
      ontext(text) {
        const element = open.at(-1)
        if (element !== undefined) element.text += text
      },
      onclosetag(_name, isImplied) {
        const closed = open.pop()
        // A tag may close itself; whatever has content must be closed by a tag of its own.
        isBroken ||= isImplied && (closed?.text !== '' || closed.children.length > 0)
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  isBroken ||= open.length > 1
  parser.end()
  const [root, ...others] = top.children
  if (isBroken || root === undefined || others.length > 0 || top.text.trim() !== '') return undefined
  return { name: root.name, body: valueOf(root) }
}

function valueOf({ name, attributes, children, text }: Element): unknown {
  if (children.length === 0) {
    if (name.endsWith('Ref') || name === 'CustomerMemo' || name === 'Entity') {
      const { name: called, type } = attributes
      return {
        value: text,
        ...(called !== undefined && { name: called }),
        ...(type !== undefined && { type }),
      }
    }
    return text
  }
  const members = new Map<string, unknown>()
  for (const member of ['domain', 'sparse']) {
    if (attributes[member] !== undefined) members.set(member, attributes[member])
  }
  const listed = new Map<string, unknown[]>()
  for (const child of children) {
    const value = valueOf(child)
    if (!lists.has(child.name)) {
      members.set(child.name, value)
      continue
    }
    const values = listed.get(child.name) ?? []
    values.push(value)
    listed.set(child.name, values)
    members.set(child.name, values)
  }
  return Object.fromEntries(members)
}

/** Without the prefix of a namespace. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
