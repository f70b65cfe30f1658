import { z } from 'zod'
import { demoFirm } from './demo-firm.ts'

interface Needs {
  /** Where we reach ourselves. */
  readonly internalUrl: string
  readonly key: string
  readonly realmId: string
}

const authorization = z.object({ url: z.url() })

/**
 * Connects the demo firm to the sandbox as an owner does: asks for an authorization, presses *Connect* on the page it leads
 * to, and comes back with the code. All of it over HTTP. Where it fails, the firm is not connected.
 */
export async function connectDemo({ internalUrl, key, realmId }: Needs): Promise<void> {
  // Addresses for browsers may lead over a proxy that we cannot reach ourselves.
  const here = (address: string): string => {
    const { pathname, search } = new URL(address)
    return `${internalUrl}${pathname}${search}`
  }
  const asked = await fetch(`${internalUrl}/v1/firms/${demoFirm.id}/quickbooks-connection/authorizations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ member: demoFirm.ownerId }),
  })
  const read = authorization.safeParse(await asked.json())
  if (!read.success) return
  const page = new URL(read.data.url)
  const agreed = await fetch(here(page.origin + page.pathname), {
    method: 'POST',
    body: new URLSearchParams([...page.searchParams, ['realmId', realmId], ['decision', 'connect']]),
    redirect: 'manual',
  })
  const back = agreed.headers.get('location')
  if (back !== null) await (await fetch(here(back), { redirect: 'manual' })).arrayBuffer()
}
