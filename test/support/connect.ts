import type { Service } from './api-client.ts'
import { decide } from './app-at-intuit.ts'

const ADDRESS = (firmId: string) => `/v1/firms/${firmId}/quickbooks-connection`

interface Way {
  readonly firmId?: string
  readonly realmId: string
  /** Who asks for the authorization; and who comes back, by default the same. */
  readonly headers: Record<string, string>
  readonly back?: Record<string, string>
  readonly decision?: 'connect' | 'cancel'
}

/** Goes the whole way over Intuit's page, and answers with the outcome that the last page tells. */
export async function connect(
  { api, pages }: Pick<Service, 'api' | 'pages'>,
  { firmId = 'acme', realmId, headers, back = headers, decision = 'connect' }: Way,
): Promise<string> {
  const { url } = (await api.post(`${ADDRESS(firmId)}/authorizations`, {}, headers)).as(
    'QuickbooksAuthorization',
  )
  return comeBack({ pages }, await decide(url, { realmId, decision }), back)
}

/** Opens the callback as a browser does that was sent back there; answers with the outcome. */
export async function comeBack(
  { pages }: Pick<Service, 'pages'>,
  { pathname, search }: URL,
  headers: Record<string, string> = {},
): Promise<string> {
  const { Cookie = '' } = headers
  const answer = await pages.get(`${pathname}${search}`).set({ Cookie })
  const [, outcome] = /^\/oauth\/outcomes\/([\w-]+)\?/u.exec(String(answer.headers.location)) ?? []
  if (outcome === undefined) throw new Error(`${answer.status} ${answer.text}`)
  return outcome
}
