import { beforeEach, expect, test } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LedgerEntry } from '../../../src/sandbox/company/ledger-entry.ts'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})

const ledgerOf = async ({ url }: Sandbox) =>
  ((await (await fetch(`${url}/_sandbox/ledger`)).json()) as { readonly entries: readonly LedgerEntry[] })
    .entries
const post = (where: string) => fetch(`${sandbox.url}/_sandbox/${where}`, { method: 'POST' })
const newTerm = (Name: string) => sandbox.json('/term?requestid=one', { body: { Name, DueDays: 5 } })

test('the ledger of a new company is empty, and reads and refusals leave it so', async () => {
  await sandbox.call('/preferences')
  await sandbox.call('/term', { body: {} })
  expect(await ledgerOf(sandbox)).toEqual([])
})

test('the ledger tells every side effect, whoever caused it', async () => {
  const { realmId } = sandbox.address
  await newTerm('Net 5')
  const { Id } = sandbox.company.books(realmId)?.all('Term').at(-1) ?? {}
  await sandbox.json('/term', { body: { Id, SyncToken: '0', sparse: true, DueDays: 6 } })
  sandbox.company.person(realmId, { act: 'make-inactive', entity: 'Term', id: String(Id) })
  const line = { realmId, entity: 'Term', id: Id, cause: 'asked', at: expect.any(String) }
  expect(await ledgerOf(sandbox)).toMatchObject([
    { ...line, number: 1, operation: 'create', by: 'api', requestId: 'one', name: 'Net 5', syncToken: '0' },
    { ...line, number: 2, operation: 'update', by: 'api', requestId: null, syncToken: '1' },
    { ...line, number: 3, operation: 'update', by: 'person', syncToken: '2' },
  ])
})

test('what QuickBooks does by itself stands in the ledger as its own doing', async () => {
  await sandbox.setKnob({ knob: 'settings', company: { autoApplyCredit: true } })
  const line = (Amount: number) => ({
    Amount,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: '10' } },
  })
  const CustomerRef = { value: '29' }
  await sandbox.json('/creditmemo', { body: { CustomerRef, Line: [line(200)] } })
  await sandbox.json('/invoice', { body: { CustomerRef, Line: [line(500)] } })
  const entries = (await ledgerOf(sandbox)).map(({ entity, operation, cause }) => [entity, operation, cause])
  expect(entries).toContainEqual(['Invoice', 'create', 'asked'])
  expect(entries).toContainEqual(['Payment', 'create', 'own'])
})

test('another company has books, a token and requests of its own', async () => {
  const answer = await post('companies')
  expect(answer.status).toBe(201)
  const other = (await answer.json()) as { readonly realmId: string; readonly refreshToken: string }
  expect(other).toMatchObject({ ...sandbox.address, ...other })
  expect(other.realmId).not.toBe(sandbox.address.realmId)
  await newTerm('Net 5')
  expect(
    sandbox.company
      .books(other.realmId)
      ?.all('Term')
      .some(({ Name }) => Name === 'Net 5'),
  ).toBe(false)
})

test('a reset brings back the books of a new company, and tokens stay good', async () => {
  const first = await newTerm('Net 5')
  await sandbox.setKnob({ knob: 'hang' })
  expect((await post('reset')).status).toBe(204)
  expect(await ledgerOf(sandbox)).toEqual([])
  const again = await newTerm('Net 5')
  expect(again.status).toBe(200)
  expect(again.body.Term).toMatchObject({ Id: (first.body.Term as { readonly Id: string }).Id })
  expect(await ledgerOf(sandbox)).toMatchObject([{ number: 1 }])
})

test('a page of another site changes nothing', async () => {
  const answer = await fetch(`${sandbox.url}/_sandbox/reset`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})

test('books, settings, ledger and first answers outlive a restart', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
  try {
    const before = await startSandbox({ folder })
    await before.setKnob({ knob: 'settings', company: { language: 'fr' } })
    const said = await before.json('/term?requestid=one', { body: { Name: 'Net 5', DueDays: 5 } })
    await before.json('/deposit', { body: {} })
    const ledger = await ledgerOf(before)
    const state = before.company.books(before.address.realmId)?.state()
    await before.stop()
    const after = await startSandbox({ folder })
    expect(after.company.realmIds()).toEqual([before.address.realmId])
    expect(after.company.books(before.address.realmId)?.state()).toEqual(state)
    expect(await ledgerOf(after)).toEqual(ledger)
    expect(await after.json('/term?requestid=one', { body: { Name: 'Net 5', DueDays: 5 } })).toEqual(said)
    expect(await after.json('/term', { body: {} })).toMatchObject({
      body: { Fault: { Error: [{ Message: expect.stringMatching(/[éàè]/u) }] } },
    })
    await after.stop()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
