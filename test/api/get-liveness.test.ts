import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'

describe('the service', () => {
  it('lives as long as it answers, ready or not', async () => {
    for (const isReady of [true, false]) {
      const { api } = await startService({}, { isReady: () => Promise.resolve(isReady) })
      const answer = await api.get('/livez')
      expect(answer.status).toBe(200)
      expect(answer.as('Health')).toEqual({ status: 'ok' })
    }
  })

  it('says nothing of its life to a query', async () => {
    const { api } = await startService()
    const answer = await api.get('/livez?verbose=1')
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').errors).toMatchObject([{ in: 'query', pointer: '/verbose' }])
  })
})
