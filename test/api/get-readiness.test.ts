import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'

let ready = true
const { api } = await startService({}, { isReady: () => Promise.resolve(ready) })

describe('the service', () => {
  it('is ready while it takes requests, and not while it stops', async () => {
    ready = true
    const before = await api.get('/readyz')
    expect(before.status).toBe(200)
    expect(before.as('Health')).toEqual({ status: 'ok' })

    ready = false
    const after = await api.get('/readyz')
    expect(after.status).toBe(503)
    expect(after.as('Problem')).toMatchObject({ code: 'not-ready', title: 'Not ready yet' })
    expect((await api.post('/v1/diagnoses', { error: 'x' })).status).toBe(200)
  })

  it('says so in French too', async () => {
    ready = false
    const answer = await api.get('/readyz', { 'Accept-Language': 'fr-CA' })
    expect(answer.headers['content-language']).toBe('fr')
    expect(answer.as('Problem').title).toBe('Pas encore prêt')
  })

  it('answers a query with what is wrong with it', async () => {
    ready = true
    const answer = await api.get('/readyz?verbose=1')
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').errors).toMatchObject([{ in: 'query', pointer: '/verbose' }])
  })
})
