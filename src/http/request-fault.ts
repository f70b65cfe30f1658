import type { ErrorObject } from 'ajv'
import type { RequestFault } from '../domain/problem.ts'

/** A fault that the validator found in a part of a request, with a JSON pointer into that part. */
export function requestFault(part: RequestFault['in'], error: ErrorObject): RequestFault {
  const { instancePath, keyword, params } = error
  const member = (params.missingProperty ?? params.additionalProperty) as string | undefined
  const pointer = member === undefined ? instancePath : `${instancePath}/${escapePointer(member)}`
  return { in: part, pointer, code: keyword, expected: expectation(params) }
}

/** A name as a step of a JSON pointer (RFC 6901). */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What would have been right: the types, the values, or the limit. */
function expectation({ type, allowedValues, limit }: ErrorObject['params']): string {
  return [type ?? allowedValues ?? limit ?? ''].flat().join(', ')
}
