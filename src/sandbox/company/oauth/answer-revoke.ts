import type { Answer } from '../v3/answer.ts'
import type { Grants } from './grants.ts'
import { isClient } from './is-client.ts'

/** The revocation endpoint: ends a grant by either of its tokens. */
export function answerRevoke(
  grants: Grants,
  { form, authorization }: { readonly form: URLSearchParams; readonly authorization: string | undefined },
): Answer {
  if (!isClient(authorization, form)) return { status: 401, body: { error: 'invalid_client' } }
  const token = form.get('token')
  if (token === null || !grants.revoke(token)) return { status: 400, body: { error: 'invalid_request' } }
  return { status: 200, body: {} }
}
