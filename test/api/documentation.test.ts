import { $RefParser } from '@apidevtools/json-schema-ref-parser'
import { describe, expect, it } from '@jest/globals'
import { contract, startService } from '../support/api-client.ts'

const PUBLIC_URL = 'https://sync.example.com/doctor'

const { api, pages } = await startService({ PUBLIC_URL: `${PUBLIC_URL}/` })

interface Document {
  readonly openapi: string
  readonly servers: unknown
}

describe('the documentation', () => {
  it('is at /docs/, where /docs leads to', async () => {
    const redirect = await pages.get('/docs')
    expect([301, 302, 307, 308]).toContain(redirect.status)
    expect(redirect.headers.location).toBe('/docs/')
    const page = await pages.get('/docs/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.text).toContain('id="swagger-ui"')
  })

  it('finds all that its page needs, and loads the document of this service', async () => {
    const { text } = await pages.get('/docs/')
    const needed = [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/gu)].map(([, name]) => name ?? '')
    expect(needed).toEqual(
      expect.arrayContaining(['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-init.js']),
    )
    for (const name of needed) expect((await pages.get(`/docs/${name}`)).status).toBe(200)
    expect((await pages.get('/docs/swagger-ui-init.js')).text).toContain('"url": "/openapi.json"')
  })

  it('holds no script in its page, which its security headers forbid', async () => {
    const { text } = await pages.get('/docs/')
    const scripts = [...text.matchAll(/<script\b([^>]*)>([^<]*)/gu)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, attributes, inside] of scripts) {
      expect(attributes).toContain('src=')
      expect(inside?.trim()).toBe('')
    }
    expect(text).not.toMatch(/\son\w+=/u)
  })
})

describe('the document', () => {
  it('names the address that callers reach us at', async () => {
    const answer = await pages.get('/openapi.json')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(answer.text)).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: PUBLIC_URL }],
    })
  })

  it('is whole: no reference leads out of it', async () => {
    const { text } = await pages.get('/openapi.json')
    const references = [...text.matchAll(/"\$ref":"([^"]*)"/gu)].map(([, reference]) => reference)
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) expect(reference).toMatch(/^#\//u)
  })

  it('is the contract, also after requests were validated by it', async () => {
    await api.post('/v1/diagnoses', { error: 'x' })
    await api.get('/v1/error-items')
    const document = JSON.parse((await pages.get('/openapi.json')).text) as Document
    const resolved = (await $RefParser.dereference(document)) as unknown as Document
    expect(resolved).toEqual({ ...contract, servers: resolved.servers })
  })

  it('is only read', async () => {
    const answer = await pages.post('/openapi.json').send({})
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
    const head = await pages.head('/openapi.json')
    expect(head.status).toBe(200)
  })

  it('describes problems at the address where the documentation is', async () => {
    const { detail } = (await api.get('/v1/nothing')).as('Problem')
    expect(detail).toContain('/docs')
  })
})
