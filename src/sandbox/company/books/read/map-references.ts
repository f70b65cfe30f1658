import type { Fields } from '../descriptions/field.ts'
import { isMembers } from './is-members.ts'
import type { Members } from './members.ts'
import type { Reference } from './reference.ts'
import { textOf } from './text-of.ts'

/** The same members, with every reference in them, however deep, replaced by what it becomes. */
export function mapReferences(
  fields: Fields,
  members: Members,
  become: (reference: Reference) => Members,
  path = '',
): Members {
  const mapped: Record<string, unknown> = { ...members }
  for (const [name, value] of Object.entries(members)) {
    const field = fields.members[name]
    if (field === undefined || value === undefined) continue
    const at = path + name
    if (field.kind === 'list' && Array.isArray(value)) {
      const list: readonly unknown[] = value
      mapped[name] = list.map((one) =>
        isMembers(one) ? mapReferences(field.of, one, become, `${at}.`) : one,
      )
    } else if (field.kind === 'group' && isMembers(value)) {
      mapped[name] = mapReferences(field.of, value, become, `${at}.`)
    } else if (field.kind === 'reference' && isMembers(value)) {
      const id = textOf(value, 'value')
      if (id === undefined) continue
      const [type, known] = [textOf(value, 'type'), textOf(value, 'name')]
      mapped[name] = become({ path: at, field, id, type, name: known })
    }
  }
  return mapped
}
