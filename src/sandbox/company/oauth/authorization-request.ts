import { z } from 'zod'
import { client } from './client.ts'

const schema = z.object({
  client_id: z.literal(client.id),
  response_type: z.literal('code'),
  redirect_uri: z.url({ protocol: /^https?$/u }).max(2000),
  scope: z.string().min(1).max(1000),
  state: z.string().max(2000).default(''),
})

/** What an application asks a company's owner for. */
export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly scope: string
  readonly state: string
}

export type ReadAuthorization = AuthorizationRequest | { readonly problem: 'client' | 'redirect' | 'request' }

/** Reads what stands in the address of the authorize page, or was sent back from it. */
export function readAuthorization(
  given: unknown,
  redirectUris: readonly string[] | undefined,
): ReadAuthorization {
  const read = schema.safeParse(given)
  if (!read.success) {
    const members = read.error.issues.map(({ path }) => path[0])
    return {
      problem: members.includes('client_id')
        ? 'client'
        : members.includes('redirect_uri')
          ? 'redirect'
          : 'request',
    }
  }
  const { redirect_uri: redirectUri, scope, state } = read.data
  // To an address that is not registered nobody is sent, not even with a refusal.
  if (redirectUris !== undefined && !redirectUris.includes(redirectUri)) return { problem: 'redirect' }
  return { redirectUri, scope, state }
}
