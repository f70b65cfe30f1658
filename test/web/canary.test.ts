import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { issueId } from '../../src/issues/issue-id.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { keptConnection } from '../support/kept-connection.ts'
import { startServer } from '../support/running-server.ts'

/** It stands in everything of the other firm. */
const MARK = 'zqcanary'
const OWN = 'own'
const OTHER = `${MARK}-firm`
const actor = { type: 'key', id: 'host', via: null } as const

const server = await startServer(await appAtIntuit())
const { firms, members, issues, portal } = server.stores
const facts = { locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
const cookies = new Map<string, string>()

afterAll(() => server.stop())

beforeAll(async () => {
  for (const [firmId, word] of [
    [OWN, 'ours'],
    [OTHER, MARK],
  ] as const) {
    await firms.put(firmId, { name: `${word} Accounting`, ...facts })
    await members.put({ id: 'ada', firmId, name: `Ada ${word}`, email: null, role: 'owner', language: null })
    const client = { id: word, name: `Northwind ${word}` }
    const record = {
      type: 'invoice',
      id: '1',
      label: `Invoice ${word}`,
      url: null,
      money: null,
      date: null,
      client,
    } as const
    await issues.reportFailure(firmId, { error: word, record, occurredAt: '2026-03-02T09:41:00.000Z' }, actor)
    await server.stores.collections.connections.insert(
      keptConnection(firmId, { realmId: firmId === OWN ? '1' : '2', companyName: `${word} Landscaping` }),
    )
    const link = await portal.createLink({ firmId, memberId: 'ada', language: null })
    cookies.set(firmId, `syncdoctor=${(await portal.signIn(link.token))?.token}`)
  }
})

const issueOf = (firmId: string) => issueId(firmId, { type: 'invoice', id: '1' })
const get = (address: string, firmId: string) =>
  fetch(`${server.url}${address}`, { headers: { Cookie: cookies.get(firmId) ?? '', Accept: 'text/html' } })

const addresses = [OWN, OTHER].flatMap((firmId) => [
  ...[
    '',
    `?search=${MARK}`,
    '?search=northw',
    '?status=skipped',
    '?recordType=invoice&item=unrecognized',
    `?done=skip&issue=${issueOf(OTHER)}`,
    `?after=2027~${issueOf(OTHER)}`,
  ].map((query) => `/firms/${firmId}/issues${query}`),
  ...[OWN, OTHER].map((owner) => `/firms/${firmId}/issues/${issueOf(owner)}`),
  `/firms/${firmId}/quickbooks`,
  `/firms/${firmId}/quickbooks?done=disconnect`,
  `/firms/${firmId}/notices`,
])

it.each(addresses)('nothing of another firm stands on the page %s', async (address) => {
  const answer = await get(address, OWN)
  // The page says back what it was asked for, and nothing more.
  const text = (await answer.text()).replaceAll(OTHER, '').replaceAll(`value="${MARK}"`, '')
  expect(text.replaceAll(new RegExp(`search=${MARK}`, 'gu'), '')).not.toContain(MARK)
  if (address.startsWith(`/firms/${OTHER}`)) expect(answer.status).toBe(404)
})

it('stands on the pages of that firm itself', async () => {
  const answer = await get(`/firms/${OTHER}/issues/${issueOf(OTHER)}`, OTHER)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain(`Northwind ${MARK}`)
  const connection = await get(`/firms/${OTHER}/quickbooks`, OTHER)
  expect(await connection.text()).toContain(`${MARK} Landscaping`)
})
