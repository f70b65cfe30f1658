import { parseInstant } from '../parse-instant.ts'
import type { ColumnKind } from './columns.ts'

/**
 * What stands for a value in comparisons with others of its column; undefined: it has none. Texts compare without regard
 * to case, as those of QuickBooks' lists do.
 */
export function comparable(kind: ColumnKind, value: unknown): string | number | undefined {
  const text = textOf(kind, value)
  if (text === undefined) return undefined
  switch (kind) {
    case 'id':
    case 'number': {
      const number = Number(text)
      return text.trim() === '' || Number.isNaN(number) ? undefined : number
    }
    case 'instant':
      return parseInstant(text)
    case 'date':
      return /^\d{4}-\d\d-\d\d/u.exec(text)?.[0]
    case 'boolean':
      return text === 'true' || text === 'false' ? text : undefined
    case 'text':
    case 'reference':
    case 'address':
      return text.toLowerCase()
  }
}

function textOf(kind: ColumnKind, value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null) return undefined
  if (kind === 'reference' && 'value' in value) return textOf('text', value.value)
  if (kind === 'address' && 'Address' in value) return textOf('text', value.Address)
  return undefined
}
