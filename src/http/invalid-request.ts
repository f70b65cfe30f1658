import type { Problem, RequestFault } from '../domain/problem.ts'

export function invalidRequest(...errors: readonly RequestFault[]): Problem {
  return { problem: 'invalid-request', errors }
}
