import { afterEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { SyncState } from '../../../src/sandbox/host/records/host-record.ts'
import { fakeQuickBooks, refusalOf } from '../../support/fake-quickbooks.ts'
import {
  aHost,
  client,
  expense,
  invoice,
  oneOfEach,
  payment,
  SECRET,
  service,
} from '../../support/sandbox-host.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

interface Signing {
  readonly id?: string
  readonly secret?: string
  readonly at?: Date
}

let calls = 0

/** The practice software over books of its own, listening. */
async function listening(records = oneOfEach()) {
  const quickbooks = fakeQuickBooks()
  const host = aHost({ quickbooks })
  host.store.change({ records })
  const server = createServer(express().use(host.routes)).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const call = async (
    type: string,
    data: unknown,
    { id, secret = SECRET, at = new Date() }: Signing = {},
  ) => {
    const callId = id ?? `call_${++calls}`
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
    const answer = await fetch(`${url}/_host/calls`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': callId,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(callId, at, body),
      },
      body,
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  return { quickbooks, host, url, call, store: host.store }
}

const of = (type: string, id: string) => ({ record: { type, id } })
const syncedAs = (quickbooksId: string): SyncState => ({
  status: 'synced',
  quickbooksId,
  error: null,
  requestId: null,
})

describe('a call', () => {
  it.each([
    ['a wrong secret', { secret: 'whsec_c29tZWJvZHkgZWxzZQ==' }],
    ['an old time', { at: new Date(Date.now() - 10 * 60_000) }],
    ['a time to come', { at: new Date(Date.now() + 10 * 60_000) }],
  ])('with %s is refused and does nothing', async (_, signing) => {
    const { call, store } = await listening()
    expect(await call('record.skipped', of('expense', 'exp_1'), signing)).toMatchObject({ status: 401 })
    expect(store.get('expense', 'exp_1')?.sync.status).toBe('not-synced')
  })

  it('without a signature is refused', async () => {
    const { url } = await listening()
    expect((await fetch(`${url}/_host/calls`, { method: 'POST', body: '{}' })).status).toBe(401)
  })

  it.each([
    ['of another kind', 'record.burn', of('expense', 'exp_1'), 400],
    ['about another type of record', 'record.read', of('gift', 'exp_1'), 400],
    ['to delete what is no service', 'service.delete', of('invoice', 'inv_1'), 400],
    ['about a record that is not there', 'record.read', of('expense', 'exp_9'), 404],
  ])('%s is refused', async (_, type, data, status) => {
    const { call } = await listening()
    expect(await call(type, data)).toMatchObject({ status })
  })
})

describe('a record that is read', () => {
  it('is told as it stands now, with what it depends on', async () => {
    const { call } = await listening([
      client({ sync: syncedAs('61') }),
      service({ sync: syncedAs('7') }),
      invoice({ number: '1800' }),
    ])
    expect(await call('record.read', of('invoice', 'inv_1'))).toEqual({
      status: 200,
      body: {
        record: {
          type: 'invoice',
          id: 'inv_1',
          label: 'Invoice 1800',
          url: 'http://127.0.0.1:3000/sandbox/host/records/invoice/inv_1',
          amount: '250.00',
          currency: 'USD',
          date: '2026-03-02',
          client: { id: 'cli_1', name: 'Northwind LLC' },
        },
        entity: 'Invoice',
        operation: 'create',
        body: expect.objectContaining({ DocNumber: '1800', CustomerRef: { value: '61' } }),
        quickbooksId: null,
        requestId: expect.any(String),
        dependsOn: [
          { type: 'client', id: 'cli_1', quickbooksId: '61' },
          { type: 'service', id: 'svc_1', quickbooksId: '7' },
        ],
        refusal: null,
        waitingFor: null,
      },
    })
  })

  it('is told without a payload while it waits for another, or the host itself refuses it', async () => {
    const { call } = await listening([
      client({ sync: syncedAs('61') }),
      service({ incomeAccountId: null }),
      invoice(),
    ])
    expect((await call('record.read', of('invoice', 'inv_1'))).body).toMatchObject({
      body: null,
      waitingFor: 'record',
      dependsOn: [{ quickbooksId: '61' }, { quickbooksId: null }],
    })
    expect((await call('record.read', of('service', 'svc_1'))).body).toMatchObject({
      body: null,
      refusal: { error: 'Please specify the income account' },
    })
  })

  it('is told with the customer it is matched with', async () => {
    const { call, quickbooks } = await listening([client()])
    const { Id } = quickbooks.add('Customer', { DisplayName: 'Northwind LLC' })
    expect((await call('record.read', of('client', 'cli_1'))).body).toMatchObject({
      entity: 'Customer',
      body: null,
      quickbooksId: Id,
    })
  })

  it('is told with the request id of the next push, so that QuickBooks sees one write', async () => {
    const { call, host, quickbooks } = await listening([expense()])
    const told = async () => (await call('record.read', of('expense', 'exp_1'))).body
    const requestIdOf = (body: unknown) => (body as { readonly requestId: string | null }).requestId
    const first = requestIdOf(await told())
    expect(requestIdOf(await told())).toBe(first)
    quickbooks.next = { outcome: 'unknown', reason: 'timeout', intuitTid: null }
    await host.pushAll()
    expect(requestIdOf(await told())).toBe(first)
    quickbooks.next = { outcome: 'refused', refusal: refusalOf('6000', 'No', 'No') }
    await host.pushAll()
    const second = requestIdOf(await told())
    expect(second).not.toBe(first)
    await host.pushAll()
    expect(quickbooks.writes.map(({ requestId }) => requestId)).toEqual([first, first, second])
    expect(await told()).toMatchObject({ body: null, quickbooksId: '1', requestId: null })
  })

  it('keeps the request id of a push that is under way', async () => {
    const { call, host, quickbooks } = await listening([expense()])
    let told: unknown
    quickbooks.pause = async () => {
      told = (await call('record.read', of('expense', 'exp_1'))).body
    }
    await host.pushAll()
    expect(told).toMatchObject({ requestId: quickbooks.writes[0]?.requestId })
  })

  it('is told anew when the call is repeated', async () => {
    const { call, store } = await listening([expense()])
    const read = () => call('record.read', of('expense', 'exp_1'), { id: 'the_same' })
    await read()
    store.change({ records: [expense({ amount: 900 })] })
    expect((await read()).body).toMatchObject({ record: { amount: '9.00' } })
  })
})

describe('a record that is to be pushed', () => {
  it('is pushed under the request id that was told of it, so that QuickBooks sees one write', async () => {
    const { call, host, quickbooks } = await listening([expense()])
    const asked = [
      await call('record.read', of('expense', 'exp_1')),
      await call('record.read', of('expense', 'exp_1')),
    ]
    const told = asked.map(({ body }) => (body as { readonly requestId: string }).requestId)
    expect(new Set(told).size).toBe(1)
    await host.push({ type: 'expense', id: 'exp_1' })
    expect(quickbooks.writes.map(({ requestId }) => requestId)).toEqual([told[0]])
  })

  it('is pushed by the host itself', async () => {
    const { call, host, quickbooks } = await listening([expense()])
    expect(await call('record.push', of('expense', 'exp_1'))).toEqual({ status: 202, body: null })
    await host.idle()
    expect(quickbooks.writes.map(({ entity }) => entity)).toEqual(['Purchase'])
  })

  it('is pushed with everything else when the host gets to it', async () => {
    const { url, host, quickbooks } = await listening([expense(), client()])
    const push = (type: string) =>
      fetch(`${url}/_host/push`, { method: 'POST', headers: { 'Content-Type': type }, body: '{}' })
    expect((await push('text/plain')).status).toBe(415)
    expect((await push('application/json')).status).toBe(202)
    await host.idle()
    expect(quickbooks.writes.map(({ entity }) => entity)).toEqual(['Customer', 'Purchase'])
  })

  it('that SyncDoctor got into QuickBooks is not pushed again', async () => {
    const { call, host, quickbooks, store } = await listening([expense()])
    const data = { ...of('expense', 'exp_1'), quickbooksId: '3190' }
    expect(await call('record.synced', data)).toEqual({ status: 204, body: null })
    expect(store.get('expense', 'exp_1')?.sync).toEqual(syncedAs('3190'))
    await host.pushAll()
    expect(quickbooks.writes).toEqual([])
  })

  it('that SyncDoctor gets into QuickBooks meanwhile is neither written nor reported by the host', async () => {
    const { call, host, quickbooks, store } = await listening([client(), expense()])
    const tell = (type: string, id: string) =>
      call('record.synced', { ...of(type, id), quickbooksId: '3190' })
    quickbooks.query = async () => {
      await tell('client', 'cli_1')
      return { outcome: 'read', value: [] }
    }
    expect(await host.push({ type: 'client', id: 'cli_1' })).toEqual({
      outcome: 'synced',
      quickbooksId: '3190',
    })
    expect(quickbooks.writes).toEqual([])
    quickbooks.pause = async () => {
      await tell('expense', 'exp_1')
    }
    quickbooks.next = { outcome: 'refused', refusal: refusalOf('600', 'Duplicate Request ID', '') }
    await host.push({ type: 'expense', id: 'exp_1' })
    expect(store.get('expense', 'exp_1')?.sync).toEqual(syncedAs('3190'))
    expect(store.reports()).toEqual([])
  })

  it('is left alone while it is skipped', async () => {
    const { call, host, quickbooks, store } = await listening([expense()])
    await call('record.skipped', of('expense', 'exp_1'))
    await host.pushAll()
    expect(quickbooks.writes).toEqual([])
    await call('record.reopened', of('expense', 'exp_1'))
    await host.pushAll()
    expect(store.get('expense', 'exp_1')?.sync.status).toBe('synced')
  })
})

describe('a service that is to be deleted', () => {
  it('is deleted once, however often the same call comes', async () => {
    const { call, store } = await listening([service()])
    const once = () => call('service.delete', of('service', 'svc_1'), { id: 'delete_1' })
    const deleted = { status: 200, body: { deleted: { type: 'service', id: 'svc_1' } } }
    expect([await once(), await once()]).toEqual([deleted, deleted])
    expect(store.get('service', 'svc_1')).toBeUndefined()
    expect(await call('service.delete', of('service', 'svc_1'))).toMatchObject({ status: 404 })
  })

  it('stays while an invoice, or its payment, needs it', async () => {
    const { call, store } = await listening([client(), service(), invoice(), payment()])
    const remove = () => call('service.delete', of('service', 'svc_1'))
    expect(await remove()).toMatchObject({ status: 409 })
    store.change({ records: [invoice({ sync: syncedAs('10') })] })
    expect(await remove()).toMatchObject({ status: 409 })
    store.change({ records: [payment({ sync: syncedAs('11') })] })
    expect(await remove()).toMatchObject({ status: 200 })
  })
})
