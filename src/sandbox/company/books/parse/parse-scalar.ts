import type { Field } from '../descriptions/field.ts'
import type { FaultName } from '../faults/fault-texts.ts'
import type { Parsed } from './parsed.ts'
import { scalarText } from './scalar-text.ts'

const NUMBER = /^[-+]?\d{1,11}(?:\.\d{0,15})?$/u

type ScalarField = Extract<Field, { kind: 'number' | 'boolean' | 'date' | 'choice' }>

/** A number, a boolean, a date or one of several words, each also as JSON text. */
export function parseScalar(field: ScalarField, value: unknown, name: string): Parsed<unknown> {
  const text = scalarText(value)?.trim()
  if (text === undefined) return { value: undefined, faults: [{ name: 'wrong-type' }] }
  const ok = (read: unknown) => ({ value: read, faults: [] })
  // It stays as it came: it is wrong, not missing.
  const wrong = (fault: FaultName) => ({
    value,
    faults: [{ name: fault, values: { value: text }, element: name }],
  })
  switch (field.kind) {
    case 'number':
      if (typeof value === 'boolean') return { value: undefined, faults: [{ name: 'wrong-type' }] }
      return NUMBER.test(text) ? ok(Number(text)) : wrong('number')
    case 'boolean':
      if (text === 'true' || text === 'false') return ok(text === 'true')
      return { value: undefined, faults: [{ name: 'wrong-type' }] }
    case 'choice':
      return field.values.includes(text) ? ok(text) : wrong('enumeration')
    case 'date': {
      const day = /^(\d{4}-\d{2}-\d{2})(?:T\S{0,40}|[-+]\d{2}:\d{2}|Z)?$/u.exec(text)?.[1]
      if (day === undefined) return wrong('date-format')
      return isDay(day) ? ok(day) : wrong('date')
    }
  }
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day
}
