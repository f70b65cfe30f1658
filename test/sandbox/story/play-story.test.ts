import { afterAll, describe, expect, it } from '@jest/globals'
import { createQuickBooks } from '../../../src/quickbooks/client/create-quickbooks.ts'
import { issueId } from '../../../src/issues/issue-id.ts'
import type { RecordType } from '../../../src/domain/record-type.ts'
import { playStory } from '../../../src/sandbox/story/play-story.ts'
import { apiClient } from '../../support/api-client.ts'
import { fakeAccess } from '../../support/fake-access.ts'
import { startServer } from '../../support/running-server.ts'
import { startSandbox } from '../../support/sandbox.ts'
import { aHost } from '../../support/sandbox-host.ts'
import { addFirm, headersOf } from '../../support/tenant.ts'

const syncDoctor = await startServer()
afterAll(() => syncDoctor.stop())
await addFirm(apiClient(syncDoctor.url), syncDoctor.stores)
const { Authorization = '' } = await headersOf(syncDoctor.stores, 'integrator', 'acme')

const sandbox = await startSandbox()
const { realmId, apiUrl } = sandbox.address
/** Whether QuickBooks can be asked. */
let isConnected = false
let calls = 0
/** How many calls are made before the connection is cut for the second time. */
const CALLS_BEFORE_CUT = 5
const { access } = fakeAccess({
  token: async () =>
    isConnected && ++calls !== CALLS_BEFORE_CUT
      ? { realmId, accessToken: sandbox.accessToken }
      : { outcome: 'not-sent', waitingFor: 'connection', until: undefined },
})
const host = aHost({
  quickbooks: createQuickBooks({ access, apiUrl }),
  syncDoctor: { url: syncDoctor.url, firmId: 'acme', key: async () => Authorization.replace('Bearer ', '') },
})
const play = () => playStory({ host, company: sandbox.company, realmId, now: () => new Date() })

// It is cut short twice: before it begins, and in the middle of it.
const cutShort = [await play()]
isConnected = true
cutShort.push(await play())
const whole = await play()

/** Which error of the table each record's failure is; null: none of it. */
const failures: readonly (readonly [RecordType, string, string])[] = [
  ['client', 'cli_harbor', 'account-name-not-found'],
  ['client', 'cli_maple', 'duplicate-name'],
  ['payment', 'pay_1780', 'duplicate-name'],
  ['invoice', 'inv_1782', 'deleted-customer'],
  ['invoice', 'inv_1781', 'duplicate-document-number'],
  ['invoice', 'inv_1783', 'invalid-reference-id'],
  ['payment', 'pay_1784', 'amount-below-charges'],
  ['expense', 'exp_1780', 'invalid-expense-account-type'],
  ['expense', 'exp_1779', 'invalid-expense-account-type'],
  ['service', 'svc_advice', 'income-account-missing'],
  ['service', 'svc_review', 'invalid-service-account-type'],
  ['service', 'svc_close', 'unsupported-string-length'],
  ['refund', 'ref_1770', 'unrecognized'],
]

describe('the story of the demo firm', () => {
  it.each(failures)('brings the failure of %s %s, diagnosed as %s', async (type, id, item) => {
    const issue = (await syncDoctor.stores.issues.get('acme', issueId('acme', { type, id })))?.doc
    expect(issue).toMatchObject({ item, status: 'open', occurrences: 1, diagnosis: { conflicts: [] } })
  })

  it('goes on where it was cut short, and brings no other failure', async () => {
    expect({ cutShort, whole }).toEqual({ cutShort: [false, false], whole: true })
    const { counts } = await syncDoctor.stores.issues.summarize('acme')
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(failures.length)
  })

  it('brings everything else into QuickBooks, but for what waits for a client', () => {
    const types = ['client', 'service', 'invoice', 'payment', 'refund', 'expense'] as const
    const failed = new Set(failures.map(([, id]) => id))
    const others = types.flatMap((type) => host.store.all(type)).filter(({ id }) => !failed.has(id))
    expect(others.filter(({ sync }) => sync.status !== 'synced').map(({ id }) => id)).toEqual(['inv_1785'])
  })

  it('stands in the ledger with every entry made once, whatever the books did with it later', () => {
    const made = sandbox.company
      .ledger()
      .filter(({ operation }) => operation === 'create')
      .map(({ entity, id }) => `${entity}/${id}`)
    expect(made).toHaveLength(new Set(made).size)
    expect(made.filter((one) => one.startsWith('Account/'))).toEqual([])
  })

  it('is played once', async () => {
    const entries = sandbox.company.ledger().length
    expect(await play()).toBe(true)
    expect(sandbox.company.ledger()).toHaveLength(entries)
    expect(host.store.reports()).toEqual([])
  })
})
