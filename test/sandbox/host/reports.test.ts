import { afterAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from '@photostructure/sqlite'
import { issueId } from '../../../src/issues/issue-id.ts'
import { apiClient } from '../../support/api-client.ts'
import { fakeQuickBooks, refusalOf } from '../../support/fake-quickbooks.ts'
import { startServer } from '../../support/running-server.ts'
import { aHost, client, expense, invoice, payment, service } from '../../support/sandbox-host.ts'
import { addFirm, headersOf } from '../../support/tenant.ts'

const syncDoctor = await startServer()
afterAll(() => syncDoctor.stop())
await addFirm(apiClient(syncDoctor.url), syncDoctor.stores)
const { Authorization = '' } = await headersOf(syncDoctor.stores, 'integrator', 'acme')
const reporting = {
  url: syncDoctor.url,
  firmId: 'acme',
  key: async () => Authorization.replace('Bearer ', ''),
}

const invalidAccount = refusalOf(
  '6430',
  'Invalid account type used',
  'Invalid account type: Check your account details before you continue. You may need to select a different type of account for your transaction.',
)

async function issueOf(type: 'expense' | 'payment', id: string) {
  return (await syncDoctor.stores.issues.get('acme', issueId('acme', { type, id })))?.doc
}

describe('SyncDoctor', () => {
  it('is told of a failure with all that it is about, and of the success that ends it', async () => {
    const quickbooks = fakeQuickBooks()
    const { store, push } = aHost({ quickbooks, syncDoctor: reporting })
    store.change({ records: [client(), service(), invoice(), payment({ id: 'pay_told' })] })
    await push({ type: 'client', id: 'cli_1' })
    await push({ type: 'service', id: 'svc_1' })
    await push({ type: 'invoice', id: 'inv_1' })
    quickbooks.next = { outcome: 'refused', refusal: invalidAccount }
    await push({ type: 'payment', id: 'pay_told' })
    expect(await issueOf('payment', 'pay_told')).toMatchObject({
      status: 'open',
      item: 'invalid-expense-account-type',
      record: {
        label: 'Payment of invoice 1781',
        url: 'http://127.0.0.1:3000/sandbox/host/records/payment/pay_told',
        money: { minor: 25_000, currency: 'USD' },
        date: '2026-03-03',
        client: { id: 'cli_1', name: 'Northwind LLC' },
      },
    })
    await push({ type: 'payment', id: 'pay_told' })
    expect(await issueOf('payment', 'pay_told')).toMatchObject({ status: 'resolved', occurrences: 1 })
    expect(store.reports()).toEqual([])
  })

  it('that cannot be reached is told later, in order, and by the next program that opens the file', async () => {
    const quickbooks = fakeQuickBooks()
    const database = new DatabaseSync(':memory:')
    const away = aHost({ quickbooks, database })
    away.store.change({ records: [expense({ id: 'exp_late' })] })
    quickbooks.next = { outcome: 'refused', refusal: invalidAccount }
    await away.push({ type: 'expense', id: 'exp_late' })
    await away.push({ type: 'expense', id: 'exp_late' })
    expect(await away.deliver()).toEqual({ waiting: 2 })
    const back = aHost({ quickbooks, database, syncDoctor: reporting })
    expect(await back.deliver()).toEqual({ waiting: 0 })
    expect(await issueOf('expense', 'exp_late')).toMatchObject({ status: 'resolved', occurrences: 1 })
  })

  it('counts a report once, when its answer was lost and it came again', async () => {
    let asked = 0
    const lossy = createServer((request, response) => {
      void forward(request).then(() => {
        asked += 1
        if (asked === 1) response.destroy()
        else response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(lossy, 'listening')
    const url = `http://127.0.0.1:${(lossy.address() as AddressInfo).port}`
    const quickbooks = fakeQuickBooks()
    const { store, push, deliver } = aHost({ quickbooks, syncDoctor: { ...reporting, url } })
    store.change({ records: [expense({ id: 'exp_twice' })] })
    quickbooks.next = { outcome: 'refused', refusal: invalidAccount }
    await push({ type: 'expense', id: 'exp_twice' })
    expect(store.reports()).toHaveLength(1)
    await deliver()
    expect(store.reports()).toEqual([])
    expect({ asked, issue: await issueOf('expense', 'exp_twice') }).toMatchObject({
      asked: 2,
      issue: { occurrences: 1, status: 'open' },
    })
    lossy.close()
    lossy.closeAllConnections()
  })

  it('that never takes a report does not hold up the others', async () => {
    const { store, deliver } = aHost({ quickbooks: fakeQuickBooks(), syncDoctor: reporting })
    store.change({ report: { kind: 'failure', occurrenceId: 'broken', body: { error: 7 } } })
    const record = { type: 'expense', id: 'exp_next' }
    const body = { record, occurredAt: new Date().toISOString(), quickbooksId: '1' }
    store.change({ report: { kind: 'success', occurrenceId: 'next', body } })
    expect(await deliver()).toEqual({ waiting: 0 })
  })
})

/** Sends a request on to SyncDoctor, as it came. */
async function forward(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { authorization = '' } = request.headers
  await fetch(`${syncDoctor.url}${request.url}`, {
    method: 'POST',
    headers: {
      Authorization: authorization,
      'Content-Type': 'application/json',
      'Idempotency-Key': String(request.headers['idempotency-key']),
    },
    body: Buffer.concat(chunks),
  })
}
