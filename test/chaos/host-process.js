/**
 * The practice software, in a process of its own with a connection of its own to the sandbox. It is told by messages what
 * to do: `fail`, `mend`, `push` a record by itself, `rest`.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DatabaseSync } from '@photostructure/sqlite'
import express from 'express'
import { recordTypes } from '../../dist/domain/record-type.js'
import { createQuickBooks } from '../../dist/quickbooks/client/create-quickbooks.js'
import { createHost } from '../../dist/sandbox/host/create-host.js'
import { notSynced } from '../../dist/sandbox/host/records/not-synced.js'
import { reportOf } from '../../dist/sandbox/host/reporting/report-of.js'

const [{ address, secret, syncDoctor, count }] = await once(process, 'message')
const DATE = '2026-03-02'
const entities = { invoice: 'Invoice', payment: 'Payment', refund: 'RefundReceipt' }
/** Of the starter books. */
const accounts = { checking: '35', income: '1', fees: '9' }

const granted = await fetch(new URL('/oauth2/v1/tokens/bearer', address.apiUrl), {
  method: 'POST',
  headers: { Authorization: `Basic ${btoa(`${address.clientId}:${address.clientSecret}`)}` },
  body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: address.refreshToken }),
})
const { access_token: accessToken } = await granted.json()
const token = { realmId: address.realmId, accessToken }
const access = {
  token: async () => token,
  renewed: async () => token,
  reserve: async () => 'now',
  throttled: async () => ({ outcome: 'not-sent', waitingFor: 'rate-limit', until: undefined }),
  answered: async () => {},
}
const publicUrl = 'http://127.0.0.1:9'
const host = createHost({
  database: new DatabaseSync(':memory:'),
  quickbooks: createQuickBooks({ access, apiUrl: address.apiUrl }),
  syncDoctor: { ...syncDoctor, key: async () => syncDoctor.key },
  secret,
  publicUrl,
  now: () => new Date(),
  newId: randomUUID,
  onBug: (error) => {
    throw error
  },
})
const { store } = host
store.change({
  records: records(),
  settings: { ...store.settings(), depositToAccountId: accounts.checking },
})

const server = createServer(express().use(host.routes)).listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', async (message) => {
  if (message === 'fail') await fail()
  else if (message === 'mend') mend()
  else if (message === 'rest') await rest()
  else {
    // Whoever is pushed by hand is not waited for.
    void host.push(message.push)
    return
  }
  process.send(all())
})
process.send(`http://127.0.0.1:${server.address().port}/_host/calls`)

/** Every record fails: some the host refuses itself, some QuickBooks refuses, and some never got through. */
async function fail() {
  await host.pushAll()
  for (const type of Object.keys(entities)) {
    for (const record of store.all(type)) {
      const error = 'connect ETIMEDOUT: QuickBooks cannot be reached.'
      const tried = { entity: entities[type], operation: 'create', httpStatus: null, payload: null }
      const happened = { record, failure: { error, summary: error, ...tried } }
      const report = reportOf(happened, { store, publicUrl, now: new Date(), occurrenceId: randomUUID() })
      store.change({ records: [{ ...record, sync: { ...record.sync, status: 'failed', error } }], report })
    }
  }
  await host.deliver()
}

/** Somebody completes the settings, and lets clients be made. */
function mend() {
  store.change({
    records: store.all('client').map((client) => ({ ...client, unmatched: 'create' })),
    settings: {
      ...store.settings(),
      serviceIncomeAccountId: accounts.income,
      expenseAccountId: accounts.checking,
      expensePaymentId: accounts.fees,
    },
  })
}

/** Ends what is under way, pushes what is left, and reports it. */
async function rest() {
  await host.idle()
  await host.pushAll()
  await host.deliver()
}

function all() {
  return recordTypes.flatMap((type) => store.all(type))
}

/** Everybody has a service, and so has every fifth client; no two documents of a kind have one amount. */
function records() {
  const made = []
  for (let i = 0; made.length < count; i += 1) {
    const service = `svc_${Math.floor(i / 5)}`
    const total = 100_000 + i
    const line = { serviceId: service, description: 'March', quantity: 1, price: total }
    if (i % 5 === 0) {
      made.push({ type: 'service', id: service, name: `Service ${i}`, price: 10_000, incomeAccountId: null })
    }
    made.push(
      { type: 'client', id: `cli_${i}`, name: `Client ${i}`, email: null, unmatched: 'refuse' },
      { type: 'invoice', id: `inv_${i}`, number: `C-${i}`, clientId: `cli_${i}`, date: DATE, lines: [line] },
      { type: 'payment', id: `pay_${i}`, invoiceId: `inv_${i}`, date: DATE, method: 'cash', amount: total },
      { type: 'refund', id: `ref_${i}`, paymentId: `pay_${i}`, date: DATE, amount: 1_000 + i },
      { type: 'expense', id: `exp_${i}`, description: `Card fee ${i}`, date: DATE, amount: 500 + i },
    )
  }
  return made.map((record) => ({ ...record, sync: notSynced }))
}
