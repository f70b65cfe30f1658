import type { Field, Fields } from '../descriptions/field.ts'
import type { Fault } from '../faults/fault.ts'
import { isMembers } from '../read/is-members.ts'
import type { Members } from '../read/members.ts'
import { unknownProperty } from './unknown-property.ts'
import { parseText } from './parse-text.ts'
import type { Parsed } from './parsed.ts'
import { parseScalar } from './parse-scalar.ts'

/**
 * Reads what was sent as QuickBooks does: null is absent, numbers may be text and text numbers, what is QuickBooks' own
 * is passed over. All that is wrong is told, each where it stands.
 */
export function parseMembers(fields: Fields, sent: Members): Parsed<Members> {
  const faults: Fault[] = []
  const members: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) {
    if (!Object.hasOwn(fields.members, name)) {
      faults.push(unknownProperty(fields, name))
      continue
    }
    const field = fields.members[name]
    if (field === undefined || field.kind === 'own' || value === null || value === undefined) continue
    const parsed = parseField(field, value, name)
    faults.push(...parsed.faults)
    members[name] = parsed.value
  }
  return { value: members, faults }
}

function parseField(field: Exclude<Field, { kind: 'own' }>, value: unknown, name: string): Parsed<unknown> {
  switch (field.kind) {
    case 'kept':
      return { value, faults: [] }
    case 'text':
      return parseText(field, value, name)
    case 'number':
    case 'boolean':
    case 'date':
    case 'choice':
      return parseScalar(field, value, name)
    case 'reference':
      return parseReference(value, name)
    case 'group':
      return isMembers(value) ? parseMembers(field.of, value) : wrongType
    case 'list':
      return Array.isArray(value) ? parseList(field.of, value) : wrongType
  }
}

const wrongType: Parsed<undefined> = { value: undefined, faults: [{ name: 'wrong-type' }] }

function parseList(fields: Fields, values: readonly unknown[]): Parsed<readonly Members[]> {
  const parsed = values.map((value) => (isMembers(value) ? parseMembers(fields, value) : wrongType))
  return {
    value: parsed.flatMap(({ value }) => (value === undefined ? [] : [value])),
    faults: parsed.flatMap(({ faults }) => faults),
  }
}

function parseReference(value: unknown, name: string): Parsed<Members | undefined> {
  if (!isMembers(value)) return wrongType
  const { value: id, type } = value
  // An empty reference is no reference: clients clear one so.
  if (id === undefined || id === null) return { value: undefined, faults: [] }
  const text = typeof id === 'number' ? String(id) : id
  if (typeof text !== 'string') return wrongType
  const reference = { value: text, ...(typeof type === 'string' && { type }) }
  return {
    value: reference,
    faults: /^\d{1,19}$/u.test(text) ? [] : [{ name: 'invalid-id', values: { value: text }, element: name }],
  }
}
