import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'

const ITEMS = '/v1/error-items'

/** The statuses of so many requests, one after the other. */
async function statuses(times: number, ask: (turn: number) => Promise<{ status: number }>) {
  const found: number[] = []
  for (let turn = 0; turn < times; turn++) found.push((await ask(turn)).status)
  return found
}

/** Each request from an address of its own, if the header is believed. */
const from = (turn: number) => ({ 'X-Forwarded-For': `203.0.113.${turn}` })

describe('a limit of three requests', () => {
  it('refuses the fourth, and says when to go on', async () => {
    const { api } = await startService({ RATE_LIMIT: '3' })
    expect(await statuses(3, () => api.get(ITEMS))).toEqual([200, 200, 200])
    const answer = await api.get(ITEMS)
    expect(answer.status).toBe(429)
    expect(answer.as('Problem').code).toBe('rate-limited')
    const seconds = Number(answer.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(answer.headers.ratelimit).toMatch(/^"3-in-1min"; r=0; t=\d+$/u)
    expect(answer.headers['ratelimit-policy']).toMatch(/^"3-in-1min"; q=3; w=60; /u)
  })

  it('tells with every answer how many are left', async () => {
    const { api } = await startService({ RATE_LIMIT: '3' })
    for (const left of [2, 1, 0]) {
      const { headers } = await api.get(ITEMS)
      expect(headers.ratelimit).toContain(`; r=${left};`)
      expect(headers).not.toHaveProperty('retry-after')
    }
  })

  it('is one for all addresses of the API, and for requests that are refused', async () => {
    const { api } = await startService({ RATE_LIMIT: '3' })
    await api.post('/v1/diagnoses', { error: 'x' })
    await api.post('/v1/diagnoses/batch', '{')
    await api.get(`${ITEMS}/duplicate-name/article`)
    expect((await api.get(ITEMS)).status).toBe(429)
    expect((await api.post('/v1/diagnoses', { error: 'x' })).status).toBe(429)
  })

  it('is kept before a body is read', async () => {
    const { api } = await startService({ RATE_LIMIT: '1' })
    await api.get(ITEMS)
    const answer = await api.post('/v1/diagnoses', '{', { 'Accept-Language': 'fr-CA' })
    expect(answer.status).toBe(429)
    expect(answer.as('Problem').title).toBe('Trop de requêtes')
  })

  it('is kept for the form too, as a page for a browser', async () => {
    const { pages } = await startService({ RATE_LIMIT: '3' })
    const send = () => pages.post('/').set('Accept', 'text/html').type('form').send({ error: 'paper jam' })
    expect(await statuses(3, send)).toEqual([200, 200, 200])
    const { status, headers, text } = await send()
    expect(status).toBe(429)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'retry-after': expect.stringMatching(/^\d+$/u),
    })
    expect(text).toContain('Too many requests')
  })

  it('is not kept for questions after health, nor for pages that are only read', async () => {
    const { api, pages } = await startService({ RATE_LIMIT: '3' })
    await statuses(4, () => api.get(ITEMS))
    expect(new Set(await statuses(20, () => api.get('/livez')))).toEqual(new Set([200]))
    expect(new Set(await statuses(20, () => api.get('/readyz')))).toEqual(new Set([200]))
    for (const address of ['/', '/errors', '/docs/', '/openapi.json', '/problems/rate-limited']) {
      expect((await pages.get(address)).status).toBe(200)
    }
    expect((await api.get('/livez')).headers).not.toHaveProperty('ratelimit')
  })
})

describe('no limit', () => {
  it('refuses nobody and tells nothing of limits', async () => {
    const { api } = await startService({ RATE_LIMIT: '0' })
    expect(new Set(await statuses(50, () => api.get(ITEMS)))).toEqual(new Set([200]))
    const { headers } = await api.get(ITEMS)
    for (const name of ['ratelimit', 'ratelimit-policy', 'retry-after'])
      expect(headers).not.toHaveProperty(name)
  })
})

describe('an address that is said to be forwarded', () => {
  it('is not believed of anybody', async () => {
    const { api, bugs } = await startService({ RATE_LIMIT: '3' })
    expect(await statuses(4, (turn) => api.get(ITEMS, from(turn)))).toEqual([200, 200, 200, 429])
    expect(bugs).toEqual([])
  })

  it('is believed of one proxy if there is one', async () => {
    const { api } = await startService({ RATE_LIMIT: '3', TRUST_PROXY: '1' })
    expect(new Set(await statuses(10, (turn) => api.get(ITEMS, from(turn))))).toEqual(new Set([200]))
    expect(await statuses(4, () => api.get(ITEMS, from(99)))).toEqual([200, 200, 200, 429])
    expect((await api.get(ITEMS, from(98))).status).toBe(200)
  })

  it('is believed of the last proxy only: what a caller adds before it changes nothing', async () => {
    const { api } = await startService({ RATE_LIMIT: '3', TRUST_PROXY: '1' })
    const forged = (turn: number) => ({ 'X-Forwarded-For': `203.0.113.${turn}, 198.51.100.7` })
    expect(await statuses(4, (turn) => api.get(ITEMS, forged(turn)))).toEqual([200, 200, 200, 429])
  })

  it('is believed of proxies on this machine if those are trusted', async () => {
    const { api } = await startService({ RATE_LIMIT: '1', TRUST_PROXY: 'loopback' })
    expect(await statuses(3, (turn) => api.get(ITEMS, from(turn)))).toEqual([200, 200, 200])
  })
})
