import type { Field } from '../descriptions/field.ts'
import type { Fault } from '../faults/fault.ts'
import type { Parsed } from './parsed.ts'
import { scalarText } from './scalar-text.ts'

type TextField = Extract<Field, { kind: 'text' }>

// A colon parts the levels of a qualified name.
const NOT_IN_NAMES = /[:\t\n\r]/u
const EMAIL = /^[^\s@,;]{1,64}@[^\s@,;]{1,255}$/u
const WEB_ADDRESS = /^(?:https?:\/\/)?[^\s./]{1,100}(?:\.[^\s./]{1,100}){1,10}(?:\/\S{0,900})?$/iu

/** Text, its length and what it may hold. */
export function parseText(field: TextField, value: unknown, name: string): Parsed<string | undefined> {
  const given = scalarText(value)
  if (given === undefined) return { value: undefined, faults: [{ name: 'wrong-type' }] }
  const text = field.is === 'name' ? given.trim() : given
  const { max } = field
  const element = field.label ?? name
  if (max !== undefined && text.length > max) {
    return { value: text, faults: [tooLong(max, text.length, element)] }
  }
  const fault = contentFault(field.is, text)
  return {
    value: text,
    faults: fault === undefined ? [] : [{ name: fault, values: { value: text }, element }],
  }
}

function tooLong(max: number, length: number, element: string): Fault {
  const written = (count: number) => count.toLocaleString('en-US')
  return {
    name: 'string-length',
    values: { min: '0', max: written(max), length: written(length) },
    element,
  }
}

function contentFault(is: TextField['is'], text: string): Fault['name'] | undefined {
  if (text === '') return undefined
  switch (is) {
    case undefined:
      return undefined
    case 'name':
      return NOT_IN_NAMES.test(text) ? 'invalid-characters' : undefined
    case 'email':
      return text.split(',').every((address) => EMAIL.test(address.trim())) ? undefined : 'email'
    case 'web-address':
      return WEB_ADDRESS.test(text) ? undefined : 'web-address'
  }
}
