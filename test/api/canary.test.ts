import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { IssueRecord } from '../../src/domain/issue-record.ts'
import { type RecordType, recordTypes } from '../../src/domain/record-type.ts'
import type { FirmFacts } from '../../src/firms/firms.ts'
import { apiClient, everyOperation, examplesOf, type Method } from '../support/api-client.ts'
import { aFreshFirm, callers, calls, headersOfCaller, issueOfFirm } from '../support/callers.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { keptConnection } from '../support/kept-connection.ts'
import { justRead } from '../support/just-read.ts'
import { syncFailure } from '../support/kept-issues.ts'
import { host } from '../support/readings.ts'
import { relayOver } from '../support/relay-over.ts'
import { startServer } from '../support/running-server.ts'
import { somethingUnderWay } from '../support/under-way.ts'

/** It stands in everything of the other firm, as a word and as a number. */
const WORD = 'zqcanary'
const NUMBER = '8675309'
const MARKS = [WORD, NUMBER]
const OWN = 'own'
const OTHER = `${WORD}-firm`
/** A member of the other firm only; callers name it, so it bears no mark. */
const STRANGER = 'mem_stranger'

const server = await startServer(await appAtIntuit())
const { stores } = server
const api = apiClient(server.url)

afterAll(() => server.stop())

beforeAll(async () => {
  const facts: FirmFacts = {
    name: `${WORD} Accounting ${NUMBER}`,
    locale: 'fr-CA',
    timeZone: 'America/Toronto',
    currency: 'USD',
    notificationAddresses: [`${WORD}@${WORD}.example`],
  }
  await stores.firms.put(OTHER, facts)
  for (const id of ['mem_1', 'mem_owner', STRANGER]) {
    const email = `${id}@${WORD}.example`
    await stores.members.put({
      id,
      firmId: OTHER,
      name: `${WORD} ${id}`,
      email,
      role: 'owner',
      language: 'fr',
    })
  }
  const report = (type: RecordType, changes: Partial<IssueRecord>) =>
    stores.issues.reportFailure(
      OTHER,
      syncFailure(3, {
        error: `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${NUMBER} is assigned to TxnType=Invoice with TxnId=${NUMBER}; ${WORD}`,
        record: {
          ...syncFailure(3).record,
          type,
          label: `Invoice ${WORD} ${NUMBER}`,
          money: { minor: Number(`${NUMBER}00`), currency: 'USD' },
          url: `https://${WORD}.example/`,
          client: { id: `${WORD}_c`, name: `Northwind ${WORD}` },
          ...changes,
        },
        payload: JSON.stringify({ secret: WORD }),
      }),
      host,
    )
  for (const type of recordTypes) {
    // The same record as in the callers' firm, and one of its own.
    await report(type, { id: 'inv_88' })
    await report(type, { id: `${WORD}_inv` })
  }
  // A sum of one amount, which the summary tells as it is.
  await report('invoice', { id: `${WORD}_cad`, money: { minor: Number(`${NUMBER}00`), currency: 'CAD' } })
  await somethingUnderWay(stores, OTHER, { note: WORD })
  await justRead(stores, OTHER, WORD)
  await stores.issues.decide(OTHER, issueOfFirm(OTHER), {
    kind: 'skip',
    actor: host,
    note: WORD,
    ifVersion: undefined,
  })
  await stores.collections.connections.insert(
    keptConnection(OTHER, { realmId: NUMBER, companyName: `${WORD} Landscaping`, formerRealmId: NUMBER }),
  )
  await aFreshFirm(stores, OWN)
  const relay = relayOver(stores, { now: () => new Date() })
  while ((await relay()) > 0) continue
})

/** What is kept of the other firm. */
async function otherKept() {
  const kept = Object.entries(await everythingKept(stores.collections))
  return kept.map(([name, documents]) => [
    name,
    documents.filter((one) => JSON.stringify(one).includes(OTHER)),
  ])
}

interface Request {
  readonly method: Method
  readonly address: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What may lead from one firm's addresses to another's data. */
const firmIds = [OWN, OTHER, OTHER.toUpperCase(), `${OWN}%2F..%2F${OTHER}`, `${OTHER}%00`]
const values: readonly Readonly<Record<string, string>>[] = [
  {},
  {
    issueId: issueOfFirm(OTHER),
    memberId: 'mem_owner',
    actionId: `act_${OTHER}`,
    bulkActionId: `blk_${OTHER}`,
    endpointId: `whe_${OTHER}`,
    eventId: `evt_${OTHER}`,
  },
  { endpointId: `whe_${OTHER}` },
  { eventId: `evt_${OTHER}` },
  { actionId: `act_${OTHER}` },
  { memberId: STRANGER },
]
const ownIds = {
  issueId: issueOfFirm(OWN),
  actionId: `act_${OWN}`,
  bulkActionId: `blk_${OWN}`,
  endpointId: `whe_${OWN}`,
  eventId: `evt_${OWN}`,
}
/** Values of query parameters beside the examples. */
const texts: Readonly<Record<string, readonly string[]>> = {
  search: [WORD, WORD.slice(0, 2), NUMBER, 'northw', 'invoice', '--', '%', '*'],
  cursor: [
    OTHER.slice(0, 3),
    'a',
    ...['-lastSeenAt', 'lastSeenAt'].map((sort) =>
      Buffer.from(JSON.stringify([sort, '2026-03-02T09:03:00.000Z', 'iss_z'])).toString('base64url'),
    ),
  ],
  limit: ['200', '1'],
  sort: ['-lastSeenAt', 'lastSeenAt', '-firstSeenAt', 'firstSeenAt'],
  recordType: recordTypes,
  status: ['open', 'skipped', 'resolved', 'deleted'],
  from: ['2000-01-01T00:00:00Z'],
  to: ['2100-01-01T00:00:00Z'],
  firmId: [OTHER],
}

function requestsOf(id: string): readonly Request[] {
  const call = calls.find((one) => one.id === id)
  const operation = everyOperation.find((one) => one.id === id)?.operation
  if (call === undefined || operation === undefined) throw new Error(`There is no ${id}.`)
  const { method, bodies, addressOf } = call
  const plain = [OWN, OTHER].map((firmId) => addressOf(firmId))
  const addresses = firmIds.flatMap((firmId) =>
    values.map((value) => addressOf('FIRM', { ...ownIds, ...value }).replace('FIRM', firmId)),
  )
  const asked: readonly string[] = [
    ...(operation.parameters ?? [])
      .filter((one) => one.in === 'query')
      .flatMap((one) => [
        ...examplesOf(one).map(([, value]) => queryOf(one.name, String(value))),
        ...(texts[one.name] ?? []).map((text) => queryOf(one.name, text)),
      ]),
    queryOf('firmId', OTHER),
  ]
  const acting = bodies.map((body) =>
    typeof body === 'object' && body !== null && 'kind' in body ? { ...body, actor: STRANGER } : body,
  )
  const linking = id === 'createPortalLink' ? [{ member: STRANGER }] : []
  const naming = id === 'createWebhookEndpoint' ? [{ url: 'https://hooks.example.com/', firmId: OTHER }] : []
  return [...new Set(addresses)].flatMap((address): readonly Request[] => [
    ...[...bodies, ...acting, ...linking, ...naming].map((body) => ({ method, address, body })),
    ...(method === 'get'
      ? [
          ...(plain.includes(address) ? asked : []).map((query) => ({
            method,
            address: `${address}${address.includes('?') ? '&' : '?'}${query}`,
          })),
          ...['text/markdown', 'text/html'].map((Accept) => ({ method, address, headers: { Accept } })),
          { method: 'head' as const, address },
        ]
      : []),
    { method, address, headers: { 'If-Match': '"1"' }, body: bodies[0] },
    { method, address, headers: { 'Idempotency-Key': 'one' }, body: bodies[0] },
  ])
}

function queryOf(name: string, value: string): string {
  return new URLSearchParams({ [name]: value }).toString()
}

const closed = calls.filter(({ allowed }) => !allowed.includes('public'))

describe('nothing of another firm', () => {
  it.each(closed.map(({ id }) => id))('is answered by %s, whatever a firm’s own people ask', async (id) => {
    const before = await otherKept()
    const requests = requestsOf(id)
    let count = 0
    for (const caller of callers.filter(({ ofFirm }) => ofFirm)) {
      await aFreshFirm(stores, OWN)
      let headers = await headersOfCaller(stores, caller, { firmId: OWN, origin: server.url })
      for (const { method, address, body, headers: more } of requests) {
        const answer = await api.ask(method, address, { body, headers: { ...headers, ...more } })
        const told = `${JSON.stringify(answer.headers)}\n${answer.text}`.toLowerCase()
        for (const mark of MARKS) {
          if (told.includes(mark)) throw new Error(`${caller.name}: ${method} ${address} tells ${told}`)
        }
        count += 1
        if (id !== 'deleteFirm' || answer.status !== 204) continue
        await aFreshFirm(stores, OWN)
        headers = await headersOfCaller(stores, caller, { firmId: OWN, origin: server.url })
      }
    }
    expect(count).toBeGreaterThan(50)
    expect(await otherKept()).toEqual(before)
  })

  it('is hidden from those who may see all firms, so that the marks would be seen above', async () => {
    for (const caller of callers.filter(({ ofFirm }) => !ofFirm)) {
      const headers = await headersOfCaller(stores, caller, { firmId: OWN, origin: server.url })
      const reads = closed.filter(({ method, allowed }) => method === 'get' && allowed.includes(caller.role))
      expect(reads.length).toBeGreaterThan(6)
      for (const { id, addressOf } of reads) {
        const { text } = await api.get(addressOf(OTHER), headers)
        expect([id, MARKS.some((mark) => text.includes(mark))]).toEqual([id, true])
      }
    }
  })
})
