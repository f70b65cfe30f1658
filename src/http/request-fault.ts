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
export function requestFault({ path, message = '', errorCode }: ValidatorFault): RequestFault {
  const [, part = '', pointer = ''] = /^\/?([^/]*)(.*)$/su.exec(path) ?? []
  const code = errorCode?.split('.')[0] ?? (message.startsWith('Empty') ? 'empty' : 'additionalProperties')
  return { in: PARTS[part] ?? 'body', pointer, code, expected: expectation(message) }
}

/** The number or the words that the validator's sentence ends with: `must be equal to one of the allowed values: en, fr`. */
function expectation(message: string): string {
  return (
    /\d+/u.exec(message)?.[0] ??
    message.replace(/^must be (?:equal to one of the allowed values: )?/u, '').replace(/,(?! )/gu, ', ')
  )
}
