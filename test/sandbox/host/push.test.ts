import { describe, expect, it } from '@jest/globals'
import type { SyncState } from '../../../src/sandbox/host/records/host-record.ts'
import { fakeQuickBooks, refusalOf } from '../../support/fake-quickbooks.ts'
import { aHost, client, expense, invoice, oneOfEach, payment, service } from '../../support/sandbox-host.ts'

const synced = (quickbooksId: string): SyncState => ({
  status: 'synced',
  quickbooksId,
  error: null,
  requestId: null,
})

function aFirm(records = oneOfEach()) {
  const quickbooks = fakeQuickBooks()
  const host = aHost({ quickbooks })
  const settings = {
    ...host.store.settings(),
    expenseAccountId: '35',
    expensePaymentId: '57',
    depositToAccountId: '36',
  }
  host.store.change({ records, settings })
  return { quickbooks, host, ...host }
}

describe('everything that waits', () => {
  it('is pushed in the order of what depends on what, whatever the order it was entered in', async () => {
    const { quickbooks, pushAll } = aFirm()
    const pushed = await pushAll()
    expect(pushed.map(({ record, pushed: { outcome } }) => `${record.type} ${outcome}`)).toEqual([
      'client synced',
      'service synced',
      'invoice synced',
      'payment synced',
      'refund synced',
      'expense synced',
    ])
    expect(quickbooks.writes.map(({ entity }) => entity)).toEqual([
      'Customer',
      'Item',
      'Invoice',
      'PaymentMethod',
      'Payment',
      'RefundReceipt',
      'Purchase',
    ])
  })

  it('is pushed once: a second push finds nothing to do', async () => {
    const { quickbooks, pushAll } = aFirm()
    await pushAll()
    const written = quickbooks.writes.length
    expect(await pushAll()).toEqual([])
    expect(quickbooks.writes).toHaveLength(written)
  })

  it('leaves out what a person skipped', async () => {
    const skipped = { status: 'skipped', quickbooksId: null, error: null, requestId: null } as const
    const { pushAll, push } = aFirm([client({ sync: skipped })])
    expect(await pushAll()).toEqual([])
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({ outcome: 'skipped' })
  })

  it('waits for the record it depends on, and nothing of it is sent or reported', async () => {
    const { quickbooks, store, pushAll } = aFirm([
      client(),
      service({ incomeAccountId: null }),
      invoice(),
      payment(),
    ])
    const pushed = await pushAll()
    const waiting = { outcome: 'waiting', waitingFor: 'record', record: { type: 'service', id: 'svc_1' } }
    expect(pushed.slice(2).map((one) => one.pushed)).toEqual([waiting, waiting])
    expect(quickbooks.writes.map(({ entity }) => entity)).toEqual(['Customer'])
    expect(store.get('invoice', 'inv_1')?.sync.status).toBe('not-synced')
    expect(store.reports().map(({ kind }) => kind)).toEqual(['success', 'failure'])
  })
})

describe('what a record becomes', () => {
  it('is a Customer with the client’s name', async () => {
    const { quickbooks, push } = aFirm([client({ email: 'ada@northwind.example' })])
    await push({ type: 'client', id: 'cli_1' })
    expect(quickbooks.writes[0]?.body).toEqual({
      DisplayName: 'Northwind LLC',
      PrimaryEmailAddr: { Address: 'ada@northwind.example' },
    })
  })

  it('is an Item with the service’s own income account, else that of the settings', async () => {
    const { quickbooks, store, push } = aFirm([service(), service({ id: 'svc_2', incomeAccountId: null })])
    store.change({ settings: { ...store.settings(), serviceIncomeAccountId: '82' } })
    await push({ type: 'service', id: 'svc_1' })
    await push({ type: 'service', id: 'svc_2' })
    const item = { Name: 'Bookkeeping', Type: 'Service', UnitPrice: 125 }
    expect(quickbooks.writes.map(({ body }) => body)).toEqual([
      { ...item, IncomeAccountRef: { value: '79' } },
      { ...item, IncomeAccountRef: { value: '82' } },
    ])
  })

  it('is an Invoice, a Payment against it, a RefundReceipt and a Purchase', async () => {
    const { quickbooks, pushAll } = aFirm()
    await pushAll()
    const of = (entity: string) => quickbooks.writes.find((write) => write.entity === entity)?.body
    const ids = (entity: 'Customer' | 'Item' | 'Invoice' | 'PaymentMethod') => ({
      value: quickbooks.entities.get(entity)?.[0]?.Id,
    })
    const sold = (amount: number, quantity = 1) => ({
      DetailType: 'SalesItemLineDetail',
      Amount: amount,
      SalesItemLineDetail: { ItemRef: ids('Item'), Qty: quantity, UnitPrice: amount / quantity },
    })
    expect(of('Invoice')).toEqual({
      DocNumber: '1781',
      TxnDate: '2026-03-02',
      CustomerRef: ids('Customer'),
      Line: [{ ...sold(250, 2), Description: 'March' }],
    })
    expect(of('Payment')).toEqual({
      TxnDate: '2026-03-03',
      CustomerRef: ids('Customer'),
      TotalAmt: 250,
      PaymentMethodRef: ids('PaymentMethod'),
      DepositToAccountRef: { value: '36' },
      Line: [{ Amount: 250, LinkedTxn: [{ TxnId: ids('Invoice').value, TxnType: 'Invoice' }] }],
    })
    expect(of('RefundReceipt')).toEqual({
      TxnDate: '2026-03-04',
      CustomerRef: ids('Customer'),
      DepositToAccountRef: { value: '36' },
      Line: [sold(50)],
    })
    expect(of('Purchase')).toEqual({
      PaymentType: 'Cash',
      TxnDate: '2026-03-03',
      AccountRef: { value: '35' },
      Line: [
        {
          DetailType: 'AccountBasedExpenseLineDetail',
          Amount: 7.55,
          Description: 'Card fee',
          AccountBasedExpenseLineDetail: { AccountRef: { value: '57' } },
        },
      ],
    })
  })

  it('is a CreditMemo for a payment by promotional credit', async () => {
    const { quickbooks, pushAll } = aFirm([
      client(),
      service(),
      invoice(),
      payment({ method: 'promotional-credit' }),
    ])
    await pushAll()
    expect(quickbooks.writes.map(({ entity }) => entity)).toEqual([
      'Customer',
      'Item',
      'Invoice',
      'CreditMemo',
    ])
  })
})

describe('a client at its first sync', () => {
  it('is linked with the customer of exactly its name, and nothing is written', async () => {
    const { quickbooks, push } = aFirm([client()])
    const customer = quickbooks.add('Customer', { DisplayName: 'Northwind LLC' })
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({
      outcome: 'synced',
      quickbooksId: customer.Id,
    })
    expect(quickbooks.writes).toEqual([])
  })

  it('is refused in the words of item 1 where there is no such customer and none is to be made', async () => {
    const { quickbooks, store, push } = aFirm([client({ unmatched: 'refuse' })])
    // Names differ in their case alone: not exactly the same.
    quickbooks.add('Customer', { DisplayName: 'NORTHWIND LLC' })
    const error = "Can't find an exact match for *Northwind LLC* in your QuickBooks account"
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({
      outcome: 'failed',
      failure: {
        error,
        summary: error,
        httpStatus: null,
        entity: 'Customer',
        operation: 'match',
        payload: null,
      },
    })
    expect(quickbooks.writes).toEqual([])
    expect(store.get('client', 'cli_1')?.sync).toMatchObject({ status: 'failed', error })
  })

  it('keeps its link whatever it is called later', async () => {
    const { quickbooks, push } = aFirm([
      client({ name: 'Northwind Inc.', sync: { ...synced('61'), status: 'not-synced' } }),
    ])
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({ outcome: 'synced', quickbooksId: '61' })
    expect(quickbooks.writes).toEqual([])
  })
})

describe('a service without an income account', () => {
  it('is refused in the words of item 8, and nothing is sent', async () => {
    const { quickbooks, push } = aFirm([service({ incomeAccountId: null })])
    expect(await push({ type: 'service', id: 'svc_1' })).toMatchObject({
      outcome: 'failed',
      failure: { error: 'Please specify the income account', httpStatus: null },
    })
    expect(quickbooks.writes).toEqual([])
  })
})

describe('a try', () => {
  it('that QuickBooks refuses fails in QuickBooks’ own words, with what was sent', async () => {
    const { quickbooks, push } = aFirm([expense()])
    const refusal = refusalOf('6430', 'Invalid account type used', 'Invalid account type: …')
    quickbooks.next = { outcome: 'refused', refusal }
    expect(await push({ type: 'expense', id: 'exp_1' })).toMatchObject({
      outcome: 'failed',
      failure: {
        error: refusal.error,
        httpStatus: 400,
        entity: 'Purchase',
        operation: 'create',
        payload: { PaymentType: 'Cash' },
      },
    })
  })

  it('has a request id of its own, and keeps it while nobody knows what became of it', async () => {
    const { quickbooks, store, push } = aFirm([expense()])
    const ref = { type: 'expense', id: 'exp_1' } as const
    quickbooks.next = { outcome: 'unknown', reason: 'timeout', intuitTid: null }
    expect(await push(ref)).toMatchObject({
      outcome: 'failed',
      failure: { error: expect.stringMatching(/timed out/u) },
    })
    quickbooks.next = { outcome: 'not-sent', waitingFor: 'rate-limit', until: undefined }
    expect(await push(ref)).toEqual({ outcome: 'waiting', waitingFor: 'rate-limit' })
    quickbooks.next = { outcome: 'refused', refusal: refusalOf('6000', 'No', 'No') }
    await push(ref)
    await push(ref)
    const [first, second, third, fourth] = quickbooks.writes.map(({ requestId }) => requestId)
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
    expect(store.get('expense', 'exp_1')?.sync).toMatchObject({
      status: 'synced',
      error: null,
      requestId: null,
    })
  })

  it('keeps its request id where QuickBooks has written something under it, or the host refuses it meanwhile', async () => {
    const { quickbooks, store, push } = aFirm([service()])
    const ref = { type: 'service', id: 'svc_1' } as const
    quickbooks.next = { outcome: 'unknown', reason: 'reset', intuitTid: null }
    await push(ref)
    const { sync } = store.get('service', 'svc_1') ?? service()
    store.change({ records: [service({ incomeAccountId: null, sync })] })
    expect(await push(ref)).toMatchObject({ outcome: 'failed', failure: { payload: null } })
    store.change({ records: [service({ incomeAccountId: '80', sync })] })
    quickbooks.next = { outcome: 'refused', refusal: refusalOf('600', 'Duplicate Request ID', '') }
    await push(ref)
    await push(ref)
    const [first, ...others] = quickbooks.writes.map(({ requestId }) => requestId)
    expect(others).toEqual([first, first])
  })

  it('that cannot ask QuickBooks waits, and reports nothing', async () => {
    const { quickbooks, store, push } = aFirm([client()])
    quickbooks.reads = { outcome: 'not-sent', waitingFor: 'connection', until: undefined }
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({
      outcome: 'waiting',
      waitingFor: 'connection',
    })
    quickbooks.reads = { outcome: 'failed', reason: 'timeout' }
    expect(await push({ type: 'client', id: 'cli_1' })).toEqual({ outcome: 'waiting', waitingFor: 'answer' })
    expect(store.reports()).toEqual([])
  })

  it('is one, when it is asked for twice at once', async () => {
    const { quickbooks, push } = aFirm([expense()])
    const ref = { type: 'expense', id: 'exp_1' } as const
    await Promise.all([push(ref), push(ref)])
    expect(quickbooks.writes).toHaveLength(1)
  })

  it('of a record that is in QuickBooks as it is writes nothing', async () => {
    const { quickbooks, push } = aFirm([expense()])
    const ref = { type: 'expense', id: 'exp_1' } as const
    const first = await push(ref)
    expect(await push(ref)).toEqual(first)
    expect(quickbooks.writes).toHaveLength(1)
  })

  it('of a record that was edited changes it in QuickBooks, with the newest sync token', async () => {
    const { quickbooks, store, push } = aFirm([expense()])
    const ref = { type: 'expense', id: 'exp_1' } as const
    await push(ref)
    const { sync } = store.get('expense', 'exp_1') ?? expense()
    store.change({ records: [expense({ amount: 800, sync: { ...sync, status: 'not-synced' } })] })
    await push(ref)
    const [created, updated] = quickbooks.writes
    expect([created?.operation, updated?.operation]).toEqual(['create', 'update'])
    expect(updated?.body).toMatchObject({
      Id: sync.quickbooksId,
      SyncToken: '0',
      sparse: true,
      Line: [{ Amount: 8 }],
    })
  })

  it('leaves an edit that was made meanwhile to the next one', async () => {
    const { quickbooks, store, push } = aFirm([expense()])
    quickbooks.pause = async () => {
      const record = store.get('expense', 'exp_1')
      if (record !== undefined) store.change({ records: [{ ...record, amount: 900 }] })
    }
    await push({ type: 'expense', id: 'exp_1' })
    expect(store.get('expense', 'exp_1')).toMatchObject({
      amount: 900,
      sync: { status: 'not-synced', quickbooksId: '1' },
    })
  })
})
