import { describe, expect, it } from '@jest/globals'
import type { Actor } from '../../../src/domain/actor.ts'
import type { Notice } from '../../../src/domain/notice.ts'
import { aConnection } from '../../support/a-connection.ts'
import { actionsAtWork } from '../../support/actions-at-work.ts'
import { FakeBooks, type Weather } from '../../support/fake-books.ts'
import { errors } from '../../support/kept-issues.ts'
import { mailAtWork } from '../../support/mail-at-work.ts'
import { startPostOffice } from '../../support/post-office.ts'

const MINUTE = 60_000

let clock = Date.parse('2026-03-09T14:00:00.000Z')
const now = () => new Date(clock)
const post = await startPostOffice()
const at = await mailAtWork({ now, smtpUrl: post.url })
const { collections, noticeLog } = at.stores

const pass = async (milliseconds: number) => {
  clock += milliseconds
  await at.work()
}

/** Puts a notice into its firm's log, and tells it to whoever is mailed. */
async function logs(notice: Notice): Promise<void> {
  const place = (await noticeLog.lastPlace(notice.firmId)) + 1
  await at.mail.tell(await noticeLog.put(notice, place))
}

const system: Actor = { type: 'system', id: 'syncdoctor', via: null }
const owner = { type: 'member', id: 'owner', via: null } as const

function connectionNotice(
  firmId: string,
  type: 'connection.ending' | 'connection.lost',
  { endsAt = now().toISOString(), actor = system }: { readonly endsAt?: string; readonly actor?: Actor } = {},
): Notice {
  return {
    id: `evt_${firmId}`,
    firmId,
    at: now().toISOString(),
    subject: 'connection',
    sequence: 1,
    type,
    connection: { companyName: 'Acme Books', endsAt, daysLeft: 0, actor },
  }
}

describe('a connection', () => {
  it('that is lost is told with the way to connect again', async () => {
    const firm = await at.addFirm('lost')
    await collections.connections.insert(aConnection({ firmId: 'lost', status: 'reconnect-needed' }))
    await logs(connectionNotice('lost', 'connection.lost'))
    await pass(MINUTE)
    const [mail] = post.for(firm.owner)
    expect(mail?.subject).toBe('QuickBooks must be connected again – lost Accounting')
    expect(mail?.text).toContain('Intuit no longer accepts the connection.')
    expect(mail?.text).toContain('connects QuickBooks again')
  })

  it('that a person ended is told with who it was', async () => {
    const firm = await at.addFirm('ended')
    await collections.connections.insert(aConnection({ firmId: 'ended', status: 'disconnected' }))
    await logs(connectionNotice('ended', 'connection.lost', { actor: owner }))
    await pass(MINUTE)
    expect(post.for(firm.admin)[0]?.text).toContain('It was disconnected. By: owner of ended.')
  })

  it('that is there again by then is not told as lost', async () => {
    const firm = await at.addFirm('mended')
    await collections.connections.insert(aConnection({ firmId: 'mended' }))
    await logs(connectionNotice('mended', 'connection.lost'))
    await pass(MINUTE)
    expect(post.for(firm.owner)).toHaveLength(0)
  })

  it('that is near its end is told with the days that are left when the mail is written', async () => {
    const endsAt = '2026-03-20T14:00:00.000Z'
    const firm = await at.addFirm('ending', {}, { notices: 'daily' })
    await collections.connections.insert(aConnection({ firmId: 'ending', refreshExpiresAt: endsAt }))
    await logs(connectionNotice('ending', 'connection.ending', { endsAt }))
    await pass(23 * 60 * MINUTE)
    const [mail] = post.for(firm.owner)
    expect(mail?.subject).toBe('The connection to QuickBooks ends in 10 days – ending Accounting')
    expect(mail?.text).toContain('It ends on March 20, 2026')
  })

  it('that was renewed by then is not told as near its end', async () => {
    const firm = await at.addFirm('renewed')
    await collections.connections.insert(
      aConnection({ firmId: 'renewed', refreshExpiresAt: '2026-06-20T14:00:00.000Z' }),
    )
    await logs(connectionNotice('renewed', 'connection.ending', { endsAt: '2026-03-20T14:00:00.000Z' }))
    await pass(MINUTE)
    expect(post.for(firm.owner)).toHaveLength(0)
  })
})

describe('a webhook endpoint that is disabled', () => {
  it('is told by its host name alone, since the rest may be as good as a password', async () => {
    const firm = await at.addFirm('endpoint')
    await logs({
      id: 'evt_endpoint',
      firmId: 'endpoint',
      at: now().toISOString(),
      subject: 'whe_1',
      sequence: 1,
      type: 'webhook-endpoint.disabled',
      endpoint: { id: 'whe_1', url: 'https://hooks.example.com/CANARY?key=CANARY', reason: 'gone' },
    })
    await pass(MINUTE)
    const [mail] = post.for(firm.owner)
    expect(mail?.subject).toBe('A webhook endpoint was turned off – endpoint Accounting')
    expect(mail?.text).toContain('hooks.example.com')
    expect(mail?.source).not.toContain('CANARY')
  })
})

describe('a cause', () => {
  it('that changed, and changed back, is no news', async () => {
    const firm = await at.addFirm('fickle')
    await firm.fails()
    await pass(MINUTE)
    clock += MINUTE
    await firm.fails('inv_88', { error: errors.unrecognized })
    await pass(MINUTE)
    await firm.fails()
    await pass(20 * MINUTE)
    expect(post.for(firm.owner)).toHaveLength(1)
  })
})

describe('a resync', () => {
  /** A firm whose invoice failed and is resynced, in this weather of its books. */
  async function resynced(firmId: string, weather: readonly Weather[], link: string | null = null) {
    const firm = await at.addFirm(firmId)
    const books = new FakeBooks()
    await books.create({ entity: 'Customer', body: { DisplayName: 'Northwind LLC' }, requestId: 'before' })
    const body = { DocNumber: '1781', TxnDate: '2026-03-02', CustomerRef: { value: '1' }, Line: [] }
    await firm.fails('inv_88', { entity: 'Invoice', operation: 'create', payload: JSON.stringify(body) })
    await pass(MINUTE)
    if (link !== null) await books.create({ entity: 'Invoice', body, requestId: 'other' })
    books.weather.push(...weather)
    const actions = actionsAtWork({ collections, books, now })
    await actions.request(firmId, firm.issueId('inv_88'), {
      id: `act_${firmId}`,
      kind: 'resync',
      actor: owner,
      note: null,
      changes: null,
      link,
    })
    await actions.performDue()
    return firm
  }

  it('is told with who asked for it', async () => {
    const firm = await resynced('resynced', [])
    await pass(20 * MINUTE)
    expect(post.for(firm.admin).at(-1)?.text).toContain('resynced. By: owner of resynced')
  })

  it('that linked what was in the books is told as that', async () => {
    const firm = await resynced('linked', [], '2')
    await pass(20 * MINUTE)
    expect(post.for(firm.admin).at(-1)?.text).toContain('linked to what was in QuickBooks.')
  })

  it('that waits for the connection is told', async () => {
    const firm = await resynced('waiting', ['disconnected'])
    await pass(20 * MINUTE)
    expect(post.for(firm.owner).at(-1)?.subject).toBe(
      '1 resync waits for the connection – waiting Accounting',
    )
  })
})
