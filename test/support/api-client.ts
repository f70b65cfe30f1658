import { $RefParser } from '@apidevtools/json-schema-ref-parser'
import addFormats from 'ajv-formats'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import type { Express } from 'express'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import supertest from 'supertest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { connectHosts } from '../../src/wiring/connect-hosts.ts'
import { openLive } from '../../src/wiring/open-live.ts'
import { connectWebhooks } from '../../src/wiring/connect-webhooks.ts'
import { createStores } from '../../src/wiring/create-stores.ts'
import { createHttp } from '../../src/wiring/create-http.ts'
import type { Diagnose } from '../../src/domain/diagnosis.ts'
import type { components } from '../../src/http/api-types.ts'
import { root } from '../../src/root.ts'
import { quickBooksFor } from './quickbooks-for.ts'
import { temporaryStorage } from './temporary-storage.ts'

export type Schemas = components['schemas']

interface Examples {
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

export interface MediaType extends Examples {
  readonly schema: AnySchemaObject
}

export interface Header extends MediaType {
  readonly required?: boolean
}

export interface Parameter extends MediaType {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
}

export interface DeclaredResponse {
  readonly headers?: Readonly<Record<string, Header>>
  readonly content?: Readonly<Record<string, MediaType>>
}

export interface Operation {
  readonly operationId: string
  readonly 'x-allow': readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> }
  readonly responses: Readonly<Record<string, DeclaredResponse>>
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<keyof Schemas, AnySchemaObject>>
    readonly responses: Readonly<Record<string, DeclaredResponse>>
  }
}

/** The OpenAPI document from its files, every reference resolved; not what the service makes of it. */
export const contract = (await $RefParser.dereference(
  path.join(root, 'openapi', 'openapi.yaml'),
)) as unknown as Contract

/** Every operation of the contract, with its address and method. */
export const everyOperation = Object.entries(contract.paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    template,
    method: method as Method,
    operation,
    id: operation.operationId,
  })),
)

/** The values of all examples, by name; a lone example has none. */
export function examplesOf({ example, examples = {} }: Examples): readonly (readonly [string, unknown])[] {
  const named = Object.entries(examples).map(([name, { value }]) => [name, value] as const)
  return example === undefined ? named : [['', example] as const, ...named]
}

const ajv = addFormats.default(
  new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    formats: {
      uri: (text: string) => /^https?:/u.test(text) && URL.canParse(text),
      'uri-reference': (text: string) => URL.canParse(text, 'http://127.0.0.1/'),
    },
  }),
  ['date', 'date-time', 'email'],
)

/** What is wrong with a value by its schema; undefined if nothing is. */
export function faultsOf(schema: AnySchemaObject, value: unknown): string | undefined {
  return ajv.validate(schema, value) ? undefined : ajv.errorsText(ajv.errors, { dataVar: 'it' })
}

export type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options' | 'trace'

interface Asking {
  /** Text and bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer of the API that the contract has already been held against. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The JSON body, which must be of this schema of the contract. */
  as<Name extends keyof Schemas>(name: Name): Schemas[Name]
}

export interface ApiClient {
  get(address: string, headers?: Asking['headers']): Promise<Answer>
  post(address: string, body?: unknown, headers?: Asking['headers']): Promise<Answer>
  ask(method: Method, address: string, asking?: Asking): Promise<Answer>
}

/** Calls the API (an app, or a base address) and throws for every answer that the contract does not declare. */
export function apiClient(target: Express | string): ApiClient {
  const agent = supertest(target)
  const send: ApiClient['ask'] = async (method, address, { body, headers = {} } = {}) => {
    if (typeof target === 'string' && headers.Accept === 'text/event-stream')
      return beginningOf(`${target}${address}`, { method, headers })
    const call = agent[method](address).set({ ...(body !== undefined && JSON_BODY), ...headers })
    if (body !== undefined) void call.serialize((sent: unknown) => sent as string).send(bodyOf(body))
    const response = await call
    return answerOf(response.status, response.headers, response.text)
  }
  const ask: ApiClient['ask'] = async (method, address, asking) => {
    const answer = await send(method, address, asking)
    const breach = breachOf(method, address, answer)
    if (breach !== undefined) {
      const what = `${method.toUpperCase()} ${address} answered ${answer.status}`
      throw new Error(`${what}, against the contract: ${breach}\n${answer.text.slice(0, 1_000)}`)
    }
    return answer
  }
  return {
    ask,
    get: (address, headers) => ask('get', address, { headers }),
    post: (address, body, headers) => ask('post', address, { body, headers }),
  }
}

/** A stream goes on for ever: what it begins with answers for all. */
async function beginningOf(url: string, asking: RequestInit): Promise<Answer> {
  const response = await fetch(url, asking)
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  const text = new TextDecoder().decode(first?.value)
  const sent: Record<string, string> = {}
  response.headers.forEach((value, name) => (sent[name] = value))
  return answerOf(response.status, sent, text)
}

const JSON_BODY = { 'Content-Type': 'application/json' }

function bodyOf(body: unknown): string | Buffer {
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
}

function answerOf(status: number, headers: Answer['headers'], text: string | undefined): Answer {
  return {
    status,
    headers,
    text: text ?? '',
    as(name) {
      const body: unknown = JSON.parse(this.text)
      const faults = faultsOf(contract.components.schemas[name], body)
      if (faults !== undefined) throw new Error(`The body is no ${name}: ${faults}\n${this.text}`)
      return body as Schemas[typeof name]
    },
  }
}

/** In what an answer breaks the contract; undefined if it keeps it. */
function breachOf(method: Method, address: string, answer: Answer): string | undefined {
  const { pathname } = new URL(address, 'http://localhost')
  const template = Object.keys(contract.paths).find((one) => patternOf(one).test(pathname))
  const methods = template === undefined ? undefined : contract.paths[template]
  if (methods === undefined) {
    if (answer.status !== 404) return 'the address is not declared, so the status must be 404'
    return breachOfResponse(contract.components.responses.NotFound ?? {}, method, answer)
  }
  if (method === 'options') {
    if (answer.status !== 204 || answer.text !== '') return 'OPTIONS is answered 204 without a body'
    return answer.headers.allow === undefined ? 'OPTIONS is answered with Allow' : undefined
  }
  const operation = methods[method === 'head' ? 'get' : method]
  if (operation === undefined && answer.status !== 405) return 'the method is not declared'
  const declared = (operation ?? Object.values(methods)[0])?.responses[answer.status]
  if (declared === undefined) return `the status is not declared for ${operation?.operationId}`
  return breachOfResponse(declared, method, answer)
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u')
}

function breachOfResponse(declared: DeclaredResponse, method: Method, answer: Answer): string | undefined {
  const { headers = {}, content } = declared
  const inHeaders = Object.entries(headers).map(([name, header]) => breachOfHeader(name, header, answer))
  return inHeaders.find((breach) => breach !== undefined) ?? breachOfBody(content, method, answer)
}

function breachOfHeader(name: string, { required, schema }: Header, answer: Answer): string | undefined {
  const text = answer.headers[name.toLowerCase()]
  if (text === undefined) return required ? `the header ${name} is missing` : undefined
  const faults = faultsOf(schema, schema.type === 'integer' ? Number(text) : text)
  return faults === undefined ? undefined : `the header ${name} is "${text}": ${faults}`
}

function breachOfBody(
  content: DeclaredResponse['content'],
  method: Method,
  answer: Answer,
): string | undefined {
  if (content === undefined) return answer.text === '' ? undefined : 'no body is declared'
  const mediaType = answer.headers['content-type']?.split(';')[0] ?? ''
  const declared = content[mediaType]
  if (declared === undefined) return `the media type "${mediaType}" is not declared for this status`
  if (method === 'head') return answer.text === '' ? undefined : 'HEAD is answered without a body'
  const isJson = /[/+]json$/u.test(mediaType)
  const faults = faultsOf(declared.schema, isJson ? JSON.parse(answer.text) : answer.text)
  if (faults !== undefined) return `the body is not valid: ${faults}`
  if (mediaType !== 'application/problem+json') return undefined
  const problem = answer.as('Problem')
  if (problem.status !== answer.status) return `the problem says that the status is ${problem.status}`
  return problem.requestId === answer.headers['x-request-id']
    ? undefined
    : `the problem says that the request is ${problem.requestId}`
}

/** A bug that the service has told of. */
interface Bug {
  readonly error: unknown
  readonly requestId: string
}

interface Changes {
  readonly isReady: () => Promise<boolean>
  readonly diagnose: Diagnose
  readonly now: () => Date
}

/** The service with these variables set, without a request limit if they set none, and with parts of it replaced. */
export async function startService(
  variables: Readonly<Record<string, string>> = {},
  { isReady = () => Promise.resolve(true), diagnose, now = () => new Date() }: Partial<Changes> = {},
) {
  const read = readConfig({ RATE_LIMIT: '0', ALLOW_PRIVATE_WEBHOOKS: '1', ...variables })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const { loaded, guides, ...app } = await createApp(root)
  const bugs: Bug[] = []
  const stores = await createStores({
    storage: await temporaryStorage(),
    diagnose: diagnose ?? app.diagnose,
    now,
  })
  const quickbooks = await quickBooksFor(app, read.config, { stores, now })
  const { secretKeys } = read.config
  const live = openLive({ stores, now, onError: (error) => bugs.push({ error, requestId: '' }) })
  const reach = { secretKeys, stores, allowPrivate: read.config.allowPrivateWebhooks, now }
  const hosts = connectHosts(reach)
  const webhooks = connectWebhooks(reach)
  const surroundings = {
    config: read.config,
    stores,
    quickbooks,
    hosts,
    live,
    webhooks,
    newId: randomUUID,
    now,
    onBug: (error: unknown, requestId: string) => bugs.push({ error, requestId }),
    isReady,
  }
  const items = loaded.catalog.rules.map(({ item }) => item)
  const http = await (diagnose === undefined
    ? app.http(surroundings)
    : createHttp({ root, diagnose, guides, items, ...surroundings }))
  return {
    http,
    stores,
    live,
    /** Undefined: no app at Intuit is set up. */
    quickbooks,
    api: apiClient(http),
    pages: supertest(http),
    bugs,
    publicUrl: read.config.publicUrl,
  }
}

export type Service = Awaited<ReturnType<typeof startService>>
