import { describe, expect, it } from '@jest/globals'
import { languages } from '../../../src/domain/language.ts'
import type { MemberRole } from '../../../src/domain/role.ts'
import { unreadReasons } from '../../../src/evidence/unread.ts'
import { type MessageKey, translate } from '../../../src/messages/translate.ts'
import { startService } from '../../support/api-client.ts'
import { appAt } from '../../support/app-at-intuit.ts'
import { connect } from '../../support/connect.ts'
import { addInboxFirm } from '../../support/inbox-firm.ts'
import { numberTaken } from '../../support/just-read.ts'
import { startSandbox } from '../../support/sandbox.ts'
import { sessionOf } from '../../support/tenant.ts'

const sandbox = await startSandbox()
const service = await startService(appAt(sandbox))
const { pages, stores } = service
let firms = 0

/** A firm with one issue, of this row of the table. */
async function anIssue({ row = 4, isConnected = false } = {}) {
  const firmId = `firm${(firms += 1)}`
  await addInboxFirm(stores, firmId, [{ row }])
  const owner = await sessionOf(service, 'owner', firmId)
  if (isConnected) {
    await connect(service, { firmId, realmId: sandbox.company.addCompany().realmId, headers: owner })
  }
  const list = await stores.issues.list(firmId, { sort: '-lastSeenAt', limit: 1 })
  const id = list.issues[0]?.doc.id ?? ''
  const address = `/firms/${firmId}/issues/${id}`
  const as = async (role: MemberRole) => sessionOf(service, role, firmId)
  return {
    firmId,
    id,
    address,
    as,
    open: async (role: MemberRole, query: Record<string, string> = {}) =>
      (
        await pages
          .get(address)
          .query({ lang: 'en', ...query })
          .set(await as(role))
      ).text,
    look: async (role: MemberRole, headers: Record<string, string> = {}) =>
      pages.post(`${address}/evidence`).set({ ...(await as(role)), Accept: 'text/html', ...headers }),
    /** Keeps this fact, as if it had been read so many minutes ago. */
    keep: async (minutesAgo: number, changes: Partial<ReturnType<typeof numberTaken>> = {}) => {
      const found = await stores.store.get(firmId, id)
      if (found === undefined) throw new Error('It is gone.')
      const readAt = new Date(Date.now() - minutesAgo * 60_000).toISOString()
      const evidence = [{ ...numberTaken('Cool Cars', readAt), ...changes }]
      const lastSeenAt = new Date(Date.now() - 3_600_000).toISOString()
      await stores.store.replace(found, { ...found.doc, evidence, lastSeenAt }, readAt)
    },
  }
}

const says = (key: MessageKey, language: 'en' | 'fr' = 'en') => translate(language)(key)

describe('what the books say, on the page of an issue', () => {
  it('is nothing before somebody looks; then it stands there and in the guide', async () => {
    const { open, look, address } = await anIssue({ isConnected: true })
    const before = await open('owner')
    expect(before).toContain(says('cause.never'))
    expect(before).toContain(says('cause.look'))
    const { status, headers } = await look('admin')
    expect([status, headers.location]).toEqual([303, `${address}?lang=en#cause`])
    const after = await open('owner')
    expect(after).toContain(says('cause.cause-gone'))
    expect(after).toContain(says('cause.readAt'))
    expect(after).toContain(says('cause.lookAgain'))
    expect(after).toContain('What this guide says of your books was read on')
    expect(await open('owner', { lang: 'fr' })).toContain(says('cause.cause-gone', 'fr'))
  })

  it.each([
    ['cause.cause-stands', 1, {}],
    ['cause.cause-gone', 1, { cause: 'gone', recommends: 'resync' }],
    ['cause.already-in-books', 1, { recommends: 'link' }],
    ['cause.unwanted', 1, { recommends: 'skip' }],
    ['cause.cause-not-checked', 1, { cause: 'unknown' }],
    ['cause.evidence-old', 16, { cause: 'gone', recommends: 'resync' }],
  ] as const)('is told as it is: %s', async (key, minutesAgo, changes) => {
    const { open, keep } = await anIssue()
    await keep(minutesAgo, changes)
    const page = await open('owner')
    expect(page).toContain(says(key))
    expect(page).toContain('Cool Cars')
  })

  it.each(unreadReasons)('is told where nothing could be read: %s', async (reason) => {
    const { open } = await anIssue()
    for (const lang of languages) {
      expect(await open('owner', { lang, unread: reason })).toContain(says(`cause.unread.${reason}`, lang))
    }
  })

  it('cannot be read where the firm is not connected; the page says how to connect', async () => {
    const { open, look, address, firmId } = await anIssue()
    const { headers } = await look('owner')
    expect(headers.location).toBe(`${address}?unread=connection&lang=en#cause`)
    expect(await open('owner', { unread: 'connection' })).toContain(`/firms/${firmId}/quickbooks`)
    expect(await open('owner', { unread: 'nonsense' })).not.toContain(says('cause.connect'))
  })

  it('is not asked about an error that nothing is read about, or that is closed, or by the staff', async () => {
    const unknown = await anIssue()
    await stores.issues.decide(unknown.firmId, unknown.id, {
      kind: 'skip',
      actor: { type: 'member', id: 'owner', via: null },
      note: null,
      ifVersion: undefined,
    })
    expect(await unknown.open('owner')).not.toContain(says('cause.title'))
    const open = await anIssue()
    expect(await open.open('staff')).not.toContain(says('cause.title'))
    await open.keep(1)
    const page = await open.open('staff')
    expect(page).toContain(says('cause.cause-stands'))
    expect(page).not.toContain(says('cause.lookAgain'))
  })

  it('is read for nobody of the staff, from no other site, and of no other firm', async () => {
    const { look, address } = await anIssue({ isConnected: true })
    expect((await look('staff')).status).toBe(403)
    expect((await look('owner', { Origin: 'http://evil.example' })).status).toBe(403)
    const other = await anIssue()
    const stranger = await pages.post(`${address}/evidence`).set(await other.as('owner'))
    expect(stranger.status).toBe(404)
    const missing = await pages
      .post(`${other.address.slice(0, -24)}${'0'.repeat(24)}/evidence`)
      .set(await other.as('owner'))
    expect(missing.status).toBe(404)
  })
})
