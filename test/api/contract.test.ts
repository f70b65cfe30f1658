import { describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import { type ProblemCode, problemStatus } from '../../src/domain/problem.ts'
import { contract, everyOperation, examplesOf, type Method, startService } from '../support/api-client.ts'
import { addFirm, anIssue, headersOf } from '../support/tenant.ts'
import { exampleIds, somethingUnderWay } from '../support/under-way.ts'

const { api, http, stores } = await startService()
const host = await addFirm(api, stores)
const support = await headersOf(stores, 'support')
await anIssue(api, host, 'inv_88')
await somethingUnderWay(stores, 'acme', exampleIds)

const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete', 'trace']

/** What express keeps of a router; its own types know less. */
interface Layer {
  readonly route?: { readonly path: string | readonly string[] }
  readonly handle: { readonly stack?: readonly Layer[] }
}

/** The addresses that express has routes for, as the contract writes them. */
function servedAddresses({ router }: Express): readonly string[] {
  const addresses = (layers: readonly Layer[]): readonly string[] =>
    layers.flatMap(({ route, handle }) =>
      route === undefined ? addresses(handle.stack ?? []) : [route.path].flat(),
    )
  const served = addresses(router.stack as unknown as readonly Layer[])
  return [...new Set(served.map((address) => address.replaceAll(/:(\w+)/gu, '{$1}')))].toSorted()
}

/** An address for a template, with the examples of its parameters. */
function addressOf(template: string): string {
  const parameters = everyOperation.find((one) => one.template === template)?.operation.parameters ?? []
  return parameters.reduce(
    (address, parameter) => address.replace(`{${parameter.name}}`, String(examplesOf(parameter)[0]?.[1])),
    template,
  )
}

const paths = Object.keys(contract.paths)

describe('the addresses under /v1', () => {
  it('are those of the contract', () => {
    const isOfApi = (address: string) => address.startsWith('/v1')
    expect(servedAddresses(http).filter(isOfApi)).toEqual(paths.filter(isOfApi).toSorted())
  })

  it('stand beside the addresses for health, which are in the contract too', () => {
    expect(servedAddresses(http)).toEqual(expect.arrayContaining(paths))
    expect(paths.filter((path) => !path.startsWith('/v1/')).toSorted()).toEqual(['/livez', '/readyz'])
  })
})

describe('the methods', () => {
  it.each(paths)('of %s are those of the contract, and HEAD where there is GET', async (template) => {
    const declared = Object.keys(contract.paths[template] ?? {})
    const answer = await api.ask('options', addressOf(template))
    expect(answer.headers.allow?.split(', ').toSorted()).toEqual(
      [...declared, ...(declared.includes('get') ? ['head'] : []), 'options']
        .map((method) => method.toUpperCase())
        .toSorted(),
    )
  })

  it.each(paths)('of %s are no others', async (template) => {
    const declared = Object.keys(contract.paths[template] ?? {})
    const { allow } = (await api.ask('options', addressOf(template))).headers
    for (const method of METHODS.filter((one) => !declared.includes(one))) {
      const answer = await api.ask(method, addressOf(template))
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe(allow)
      expect(answer.as('Problem').code).toBe('method-not-allowed')
    }
  })
})

describe('a caller who has an answer already', () => {
  const readable = everyOperation.filter(({ method }) => method === 'get')

  it.each(readable)('is answered as the contract says: $template', async ({ template, id }) => {
    const search = id === 'searchIssues' ? '?search=northwind' : ''
    const caller = id === 'searchIssues' ? support : host
    const address = `${addressOf(template)}${search}`
    const { headers } = await api.get(address, caller)
    for (const known of [headers.etag ?? '"none"', '*']) {
      const answer = await api.get(address, { ...caller, 'If-None-Match': known })
      expect([200, 304]).toContain(answer.status)
    }
  })
})

describe('the problems', () => {
  const codes = Object.keys(problemStatus) as ProblemCode[]

  it('of the contract are those of the service', () => {
    const { enum: declared } = contract.components.schemas.ProblemCode as { enum: string[] }
    expect(declared.toSorted()).toEqual(codes.toSorted())
    expect(contract.components.schemas.Problem.properties).toMatchObject({ code: { enum: declared } })
  })

  it.each(codes)('have an example: %s', (code) => {
    const examples = Object.entries(contract.components.responses).flatMap(([, { content = {} }]) =>
      Object.values(content).flatMap(examplesOf),
    )
    expect(examples.map(([, value]) => value)).toContainEqual(
      expect.objectContaining({
        code,
        status: problemStatus[code],
        type: expect.stringMatching(new RegExp(`/problems/${code}$`, 'u')),
      }),
    )
  })
})
