import { afterAll, describe, expect, it } from '@jest/globals'
import { readdir } from 'node:fs/promises'
import { operations } from '../../src/http/operations.ts'
import {
  apiClient,
  everyOperation,
  examplesOf,
  faultsOf,
  type MediaType,
  type Operation,
} from '../support/api-client.ts'
import type { Role } from '../../src/domain/role.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { addFirm, failureOf, headersOf } from '../support/tenant.ts'
import { justRead } from '../support/just-read.ts'
import { startServer } from '../support/running-server.ts'
import { exampleIds, somethingUnderWay } from '../support/under-way.ts'

const server = await startServer(await appAtIntuit())
const api = apiClient(server.url)
/** The media type of an answer without a body. */
const NOTHING = 'nothing/nothing'

afterAll(() => server.stop())

/** The address of an operation with the examples of its parameters. */
function addressOf(template: string, { parameters = [] }: Operation): string {
  const query = new URLSearchParams()
  let address = template
  for (const parameter of parameters) {
    const value = String(examplesOf(parameter)[0]?.[1])
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value))
    else if (parameter.in === 'query') query.set(parameter.name, value)
  }
  return query.size === 0 ? address : `${address}?${query}`
}

/** Every request that the contract shows: each body, and each media type that can be asked for. */
const requests = everyOperation.flatMap(({ template, method, operation, id }) => {
  const bodies = Object.values(operation.requestBody?.content ?? {}).flatMap(examplesOf)
  const shown = contentOf(operation)
  return (bodies.length === 0 ? [['', undefined] as const] : bodies).flatMap(([name, body]) =>
    Object.entries(shown).map(([mediaType, { examples = {} }]) => ({
      id,
      method,
      name,
      body,
      mediaType,
      address: addressOf(template, operation),
      // What a firm is answered holds times and ids of its own.
      shown: operation['x-allow'].includes('public') ? examples[name]?.value : undefined,
    })),
  )
})

/** What an operation answers when all is well; some answer nothing. */
function contentOf({ responses }: Operation): Readonly<Record<string, MediaType>> {
  return (
    responses[200]?.content ??
    responses[201]?.content ??
    responses[202]?.content ?? { [NOTHING]: { schema: {} } }
  )
}

/** The firm, the member and the issue that the examples speak of, as new; and somebody who may call. */
async function aFirmWithAnIssue(role: Role): Promise<Record<string, string>> {
  await server.stores.firms.remove('acme')
  const host = await addFirm(api, server.stores)
  await api.post('/v1/firms/acme/failures', failureOf(), host)
  return role === 'integrator' ? host : headersOf(server.stores, role)
}

describe('every operation', () => {
  it.each(requests)('$id answers its example $name as $mediaType', async (request) => {
    const { id, name, method, address, body, mediaType, shown } = request
    const headers = await aFirmWithAnIssue(id === 'searchIssues' ? 'support' : 'integrator')
    // What is asked for anew would find it in its way.
    if (id !== 'createAction') await somethingUnderWay(server.stores, 'acme', exampleIds)
    // Nothing of it is read from books that the firm is not connected to.
    await justRead(server.stores, 'acme')
    const key = { 'Idempotency-Key': `${id} ${name}`.replaceAll(' ', '-') }
    const answer = await api.ask(method, address, {
      body,
      headers: { ...headers, ...key, Accept: mediaType },
    })
    expect([200, 201, 202, 204]).toContain(answer.status)
    expect(answer.headers['content-type']).toBe(
      mediaType === NOTHING
        ? undefined
        : mediaType.startsWith('text/')
          ? `${mediaType}; charset=utf-8`
          : 'application/json; charset=utf-8',
    )
    if (shown !== undefined) expect(JSON.parse(answer.text)).toEqual(shown)
  })

  it('is among those that are called, and has a handler and a test of its own', async () => {
    const ids = everyOperation.map(({ id }) => id).toSorted()
    expect(new Set(ids).size).toBe(ids.length)
    expect([...new Set(requests.map(({ id }) => id))].toSorted()).toEqual(ids)
    expect(Object.keys(operations).toSorted()).toEqual(ids)
    const files = await readdir(import.meta.dirname)
    for (const id of ids) expect(files).toContain(`${kebabOf(id)}.test.ts`)
  })
})

function kebabOf(id: string): string {
  return id.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
}

describe('every part of the contract', () => {
  const parts = everyOperation.flatMap(({ operation, id }): (readonly [string, MediaType])[] => [
    ...(operation.parameters ?? []).map((one) => [`the parameter ${one.name} of ${id}`, one] as const),
    ...Object.entries(operation.requestBody?.content ?? {}).map(
      ([mediaType, one]) => [`the request of ${id} as ${mediaType}`, one] as const,
    ),
    ...Object.entries(operation.responses).flatMap(([status, { headers = {}, content = {} }]) => [
      ...Object.entries(headers).map(
        ([name, one]) => [`the header ${name} of ${status} of ${id}`, one] as const,
      ),
      ...Object.entries(content).map(
        ([mediaType, one]) => [`the answer ${status} of ${id} as ${mediaType}`, one] as const,
      ),
    ]),
  ])

  it.each(parts)('has examples that are valid: %s', (_name, part) => {
    const examples = examplesOf(part)
    expect(examples).not.toEqual([])
    for (const [name, value] of examples)
      expect([name, faultsOf(part.schema, value)]).toEqual([name, undefined])
  })

  it('says of each example of a problem the status that it is answered with', () => {
    for (const { operation } of everyOperation) {
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        const problem = content['application/problem+json']
        if (problem === undefined) continue
        for (const [, value] of examplesOf(problem)) expect(value).toMatchObject({ status: Number(status) })
      }
    }
  })

  it('is part of an operation that can refuse a request and can fail', () => {
    for (const { operation } of everyOperation) {
      for (const status of ['400', '405', '500']) expect(operation.responses).toHaveProperty(status)
    }
  })
})
