import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})

const REFUSED = [200, 400, 405]

test('whatever is sent as a body is done or refused', async () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, -1, 0.1, 1e300, '', '1', "'", '2026-13-01', 'CreditCard'),
      fc.string(),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(
          ...[
            'Id',
            'SyncToken',
            'sparse',
            'Line',
            'Amount',
            'CustomerRef',
            'value',
            'Name',
            'Active',
            '__proto__',
          ],
        ),
        tie('any'),
        { maxKeys: 6 },
      ),
    ),
  })).any
  const entity = fc.constantFrom(
    'customer',
    'item',
    'invoice',
    'payment',
    'purchase',
    'deposit',
    'preferences',
    'batch',
  )
  const operation = fc.constantFrom(
    '',
    '?operation=update',
    '?operation=delete',
    '?operation=void',
    '?include=void',
  )
  await fc.assert(
    fc.asyncProperty(entity, operation, value, async (path, query, body) => {
      const answer = await sandbox.call(`/${path}${query}`, { body: JSON.stringify(body) })
      expect(REFUSED).toContain(answer.status)
      await answer.json()
    }),
    { numRuns: 300 },
  )
})

test('whatever is asked for is answered or refused', async () => {
  const piece = fc.constantFrom(
    'invoice',
    'query',
    'cdc',
    'companyinfo',
    '..',
    '%2e%2e',
    '%',
    '%00',
    '',
    '1',
    '?',
    '&=',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      const answer = await sandbox.call(`/x/${pieces.join('/')}`)
      expect([200, 400, 401, 403, 404]).toContain(answer.status)
      await answer.text()
    }),
    { numRuns: 200 },
  )
})

test('whatever is sent to the token endpoints is refused', async () => {
  const form = fc.dictionary(
    fc.constantFrom('grant_type', 'refresh_token', 'code', 'redirect_uri', 'token', 'client_id'),
    fc.oneof(fc.string(), fc.constantFrom('refresh_token', 'authorization_code')),
  )
  const type = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain')
  const endpoint = fc.constantFrom('/oauth2/v1/tokens/bearer', '/v2/oauth2/tokens/revoke')
  await fc.assert(
    fc.asyncProperty(form, type, endpoint, fc.boolean(), async (fields, contentType, path, isJson) => {
      const answer = await fetch(`${sandbox.url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': contentType, Authorization: 'Basic eDp5' },
        body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      })
      expect([400, 401]).toContain(answer.status)
      await answer.json()
    }),
    { numRuns: 100 },
  )
})
