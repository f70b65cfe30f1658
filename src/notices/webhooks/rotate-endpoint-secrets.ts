import type { Position } from '../../storage/collection.ts'
import type { EndpointSecrets } from './endpoint-secrets.ts'
import type { EndpointSecret, WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'

interface Needs {
  readonly endpoints: WebhookEndpoints
  readonly secrets: EndpointSecrets
}

interface Counts {
  readonly resealed: number
  readonly current: number
  readonly unreadable: number
}

const PAGE = 100

/** Seals the secrets of all endpoints with the first key, also while they are used. */
export async function rotateEndpointSecrets({ endpoints, secrets }: Needs): Promise<Counts> {
  const counts = { resealed: 0, current: 0, unreadable: 0 }
  let after: Position | undefined
  for (;;) {
    const page = await endpoints.page({ index: 'all', after, limit: PAGE })
    const last = page.at(-1)?.doc
    if (last === undefined) return counts
    for (const { doc } of page) await rotate(doc.id)
    after = { value: last.createdAt, id: last.id }
  }

  async function rotate(id: string): Promise<void> {
    for (;;) {
      const known = await endpoints.get(id)
      if (known === undefined) return
      const done = await Promise.all(known.doc.secrets.map((one) => reseal(known.doc, one)))
      const changed = done.some(({ became }) => became === 'resealed')
      const doc = { ...known.doc, secrets: done.map(({ secret }) => secret) }
      if (changed && !(await endpoints.replace(doc, known.version))) continue
      for (const { became } of done) counts[became] += 1
      return
    }
  }

  async function reseal(
    owner: WebhookEndpoint,
    secret: EndpointSecret,
  ): Promise<{ readonly secret: EndpointSecret; readonly became: keyof Counts }> {
    if (!secrets.isOld(secret.sealed)) return { secret, became: 'current' }
    const sealed = await secrets.reseal(owner, secret.sealed)
    if (sealed === undefined) return { secret, became: 'unreadable' }
    return { secret: { ...secret, sealed }, became: 'resealed' }
  }
}
