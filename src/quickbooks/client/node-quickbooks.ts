import { createRequire } from 'node:module'
import type { EntityName } from '../entity-name.ts'

/** Called with an error, or with what was answered; sometimes twice. */
type Done = (...answer: readonly unknown[]) => void

/** What we use of node-quickbooks, as it is; the types that it brings are of another library than its code. */
export type NodeQuickBooks = {
  /** Ends in `/v3/company/`. */
  endpoint: string
  readonly realmId: string
  batch(items: readonly unknown[], done: Done): void
  changeDataCapture(entities: readonly EntityName[], since: string, done: Done): void
  getCompanyInfo(id: string, done: Done): void
  getPreferences(done: Done): void
} & Readonly<
  // Both change the object that they are given.
  Record<
    `create${EntityName}` | `update${EntityName}`,
    (entity: Record<string, unknown>, done: Done) => void
  > &
    Record<`get${EntityName}`, (id: string, done: Done) => void> &
    Record<`find${EntityName}s`, (criteria: string, done: Done) => void>
>

type Constructor = new (
  consumerKey: string,
  consumerSecret: string,
  accessToken: string,
  tokenSecret: false,
  realmId: string,
  useSandbox: boolean,
  debug: boolean,
  minorVersion: number,
  oauthVersion: '2.0',
) => NodeQuickBooks

const MINOR_VERSION = 75

const NodeQuickBooksOfRealm = createRequire(import.meta.url)('node-quickbooks') as Constructor

/** The library's client of one company, which calls `apiUrl` (it ends in `/v3`) with this token. */
export function createNodeQuickBooks(
  apiUrl: string,
  { realmId, accessToken }: { readonly realmId: string; readonly accessToken: string },
): NodeQuickBooks {
  const client = new NodeQuickBooksOfRealm(
    '',
    '',
    accessToken,
    false,
    realmId,
    false,
    false,
    MINOR_VERSION,
    '2.0',
  )
  client.endpoint = `${apiUrl}/company/`
  return client
}
