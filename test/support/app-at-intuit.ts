import { startSandbox, type Sandbox } from './sandbox.ts'

/** The variables of a service with an app at this sandbox in the place of Intuit. */
export function appAt({ address }: Pick<Sandbox, 'address'>): Record<string, string> {
  return {
    INTUIT_CLIENT_ID: address.clientId,
    INTUIT_CLIENT_SECRET: address.clientSecret,
    INTUIT_API_URL: address.apiUrl,
    INTUIT_DISCOVERY_URL: address.discoveryUrl,
    SECRET_KEY: 'ab'.repeat(32),
  }
}

/** The same, at a sandbox of its own. */
export async function appAtIntuit(): Promise<Record<string, string>> {
  return appAt(await startSandbox())
}

interface Decision {
  readonly realmId: string
  readonly decision?: 'connect' | 'cancel'
}

/** What a person does on the page that this address of an authorization leads to; answers where they are sent back to. */
export async function decide(url: string, { realmId, decision = 'connect' }: Decision): Promise<URL> {
  const { origin, pathname, searchParams } = new URL(url)
  const body = new URLSearchParams([...searchParams, ['realmId', realmId], ['decision', decision]])
  const answer = await fetch(`${origin}${pathname}`, { method: 'POST', body, redirect: 'manual' })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`The sandbox sends nobody back: ${await answer.text()}`)
  return new URL(location)
}
