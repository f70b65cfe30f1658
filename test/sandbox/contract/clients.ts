import { createRequire } from 'node:module'
import type { EntityName } from '../../../src/sandbox/company/books/entity-name.ts'
import type { CompanyAddress } from '../../../src/sandbox/company/company.ts'

export type Members = Readonly<Record<string, unknown>>

/** A client of QuickBooks, unmodified, in the terms of these tests. What is refused rejects with a Refusal. */
export interface Client {
  create(entity: EntityName, body: Members): Promise<Members>
  read(entity: EntityName, id: string): Promise<Members>
  /** As a whole, or in part where the body says `sparse`. */
  update(entity: EntityName, body: Members): Promise<Members>
  remove(entity: EntityName, body: Members): Promise<Members>
  void(entity: EntityName, body: Members): Promise<Members>
  /** The member QueryResponse of the answer; the criteria follow the entity's name. */
  query(entity: EntityName, criteria: string, select?: string): Promise<Members>
}

export class Refusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(`QuickBooks refused: ${code}`)
    this.code = code
  }
}

interface Called {
  readonly error: { readonly response?: { readonly data: unknown } } | null
  readonly answer: Members
}

type Method = (...args: readonly unknown[]) => void

const require = createRequire(import.meta.url)
// Both are CommonJS, and the types that one brings are not those of what it exports.
const QuickBooks = require('node-quickbooks') as new (...args: readonly unknown[]) => Record<
  string,
  Method
> & {
  endpoint: string
}
const OAuthClient = require('intuit-oauth') as new (config: Members) => IntuitOAuth

interface IntuitOAuth {
  setAuthorizeURLs(urls: Members): void
  authorizeUri(wish: Members): string
  createToken(address: string): Promise<unknown>
  refresh(): Promise<unknown>
  getToken(): { readonly access_token: string; readonly realmId: string }
  makeApiCall(call: Members): Promise<{ readonly json: Members }>
}

const REDIRECT = 'http://127.0.0.1:9/oauth/callback'

export interface Connected {
  readonly 'node-quickbooks': Client
  readonly 'intuit-oauth': Client
}

/** Both clients, connected as a person would do it: over the authorize page. */
export async function connect(address: CompanyAddress): Promise<Connected> {
  const { clientId, clientSecret, discoveryUrl, realmId } = address
  const oauth = new OAuthClient({ clientId, clientSecret, environment: 'sandbox', redirectUri: REDIRECT })
  const discovery = (await (await fetch(discoveryUrl)).json()) as Members
  oauth.setAuthorizeURLs({
    authorizeEndpoint: discovery.authorization_endpoint,
    tokenEndpoint: discovery.token_endpoint,
    revokeEndpoint: discovery.revocation_endpoint,
    userInfoEndpoint: discovery.userinfo_endpoint,
  })
  const scope = ['com.intuit.quickbooks.accounting']
  const page = new URL(oauth.authorizeUri({ scope, state: 'mine' }))
  const fields = new URLSearchParams([...page.searchParams, ['decision', 'connect'], ['realmId', realmId]])
  const pressed = await fetch(page.origin + page.pathname, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  })
  await oauth.createToken(pressed.headers.get('location') ?? '')
  await oauth.refresh()
  return {
    'node-quickbooks': nodeQuickBooks(address, oauth.getToken().access_token),
    'intuit-oauth': intuitOAuth(address, oauth),
  }
}

function nodeQuickBooks({ clientId, clientSecret, apiUrl, realmId }: CompanyAddress, token: string): Client {
  const books = new QuickBooks(clientId, clientSecret, token, false, realmId, true, false, 75, '2.0', 'none')
  books.endpoint = `${apiUrl}/company/`
  const call = async (method: string, ...args: readonly unknown[]): Promise<Members> => {
    const { error, answer } = await new Promise<Called>((resolve) => {
      // It changes what it is given.
      books[method]?.(...structuredClone(args), (error: Called['error'], answer: Members) =>
        resolve({ error, answer }),
      )
    })
    if (error) throw new Refusal(codeOf(error.response?.data))
    return answer
  }
  return {
    create: (entity, body) => call(`create${entity}`, body),
    read: (entity, id) =>
      entity === 'Preferences'
        ? call('getPreferences')
        : call(`get${entity}`, entity === 'CompanyInfo' ? realmId : id),
    update: (entity, body) => call(`update${entity}`, { sparse: false, ...body }),
    remove: (entity, body) => call(`delete${entity}`, body),
    void: (entity, body) => call(`update${entity}`, { ...body, void: true }),
    query: async (entity, criteria, select = '*') => {
      if (select !== '*') return intuitQuery(`select ${select} from ${entity} ${criteria}`)
      const plural = entity === 'Preferences' ? 'Preferenceses' : `${entity}s`
      return (await call(`find${plural}`, ` ${criteria}`)).QueryResponse as Members
    },
  }

  /** Its own way to a count drops the criteria, so that this asks as its `batch` does. */
  async function intuitQuery(Query: string): Promise<Members> {
    const answer = await call('batch', [{ bId: '1', Query }])
    const [item] = answer.BatchItemResponse as readonly Members[]
    return item?.QueryResponse as Members
  }
}

function intuitOAuth({ apiUrl, realmId }: CompanyAddress, oauth: IntuitOAuth): Client {
  const call = async (path: string, body?: Members): Promise<Members> => {
    try {
      const answer = await oauth.makeApiCall({
        url: `${apiUrl}/company/${realmId}${path}`,
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && { body }),
      })
      return answer.json
    } catch (error) {
      throw new Refusal(String((error as { readonly code: unknown }).code))
    }
  }
  const only = async (entity: EntityName, path: string, body?: Members) =>
    (await call(path, body))[entity] as Members
  const pathOf = (entity: EntityName) => `/${entity.toLowerCase()}`
  return {
    create: (entity, body) => only(entity, pathOf(entity), body),
    read: (entity, id) => {
      const rest = entity === 'Preferences' ? '' : `/${entity === 'CompanyInfo' ? realmId : id}`
      return only(entity, `${pathOf(entity)}${rest}?minorversion=75`)
    },
    update: (entity, body) => only(entity, pathOf(entity), body),
    remove: (entity, body) => call(`${pathOf(entity)}?operation=delete`, body),
    void: (entity, body) => only(entity, `${pathOf(entity)}?operation=update&include=void`, body),
    query: async (entity, criteria, select = '*') => {
      const query = encodeURIComponent(`select ${select} from ${entity} ${criteria}`)
      return (await call(`/query?query=${query}`)).QueryResponse as Members
    },
  }
}

function codeOf(body: unknown): string {
  const { Fault } = (body ?? {}) as {
    readonly Fault?: { readonly Error: readonly { readonly code: string }[] }
  }
  return Fault?.Error[0]?.code ?? 'none'
}
