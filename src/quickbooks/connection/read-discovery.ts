import { z } from 'zod'

const address = z.url({ protocol: /^https?$/u })

const documentForm = z.object({
  authorization_endpoint: address,
  token_endpoint: address,
  revocation_endpoint: address,
  userinfo_endpoint: address,
})

/** Where Intuit's OAuth 2 server is, as its discovery document says; undefined: it cannot be read. */
export async function readDiscovery(url: string, timeoutMilliseconds: number) {
  try {
    const signal = AbortSignal.timeout(timeoutMilliseconds)
    const response = await fetch(url, { signal, redirect: 'error', headers: { Accept: 'application/json' } })
    const found = documentForm.safeParse(response.ok ? await response.json() : undefined).data
    return (
      found && {
        authorizeEndpoint: found.authorization_endpoint,
        tokenEndpoint: found.token_endpoint,
        revokeEndpoint: found.revocation_endpoint,
        userInfoEndpoint: found.userinfo_endpoint,
      }
    )
  } catch {
    return undefined
  }
}

export type Endpoints = NonNullable<Awaited<ReturnType<typeof readDiscovery>>>
