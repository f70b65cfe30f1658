import type { RequestFault } from '../domain/problem.ts'

/** What the validator says of one fault; it speaks English only, so only what they stand for is taken. */
export interface ValidatorFault {
  readonly path: string
  readonly message?: string
  readonly errorCode?: string
}

const PARTS: Readonly<Record<string, RequestFault['in']>> = {
  body: 'body',
  query: 'query',
  params: 'path',
  headers: 'header',
}

/** A fault of a request, with a JSON pointer into the part it stands in. */
export function requestFault({ path, message = '', errorCode }: ValidatorFault, body: unknown): RequestFault {
  const [, part = '', pointer = ''] = /^\/?([^/]*)(.*)$/su.exec(path) ?? []
  const code = errorCode?.split('.')[0] ?? (message.startsWith('Empty') ? 'empty' : 'other')
  return {
    in: PARTS[part] ?? 'body',
    pointer:
      code === 'additionalProperties' ? escapeLast(pointer, part === 'body' ? body : undefined) : pointer,
    code,
    expected: expectation(message),
  }
}

/** The validator escapes the names on the way, but not the unknown member that it names last. */
function escapeLast(pointer: string, body: unknown): string {
  let value = body
  let done = ''
  let rest = pointer.slice(1)
  while (typeof value === 'object' && value !== null && !Object.hasOwn(value, rest) && rest.includes('/')) {
    const name = rest.slice(0, rest.indexOf('/'))
    value = (value as Readonly<Record<string, unknown>>)[name]
    done += `/${name}`
    rest = rest.slice(name.length + 1)
  }
  return `${done}/${rest.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The number or the words that the validator's sentence ends with: `must be equal to one of the allowed values: en, fr`. */
function expectation(message: string): string {
  return (
    /\d+/u.exec(message)?.[0] ??
    message.replace(/^must be (?:equal to one of the allowed values: )?/u, '').replace(/,(?! )/gu, ', ')
  )
}
