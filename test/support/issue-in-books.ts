import type { MemberRole } from '../../src/domain/role.ts'
import type { SyncFailure } from '../../src/domain/sync-failure.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { startService } from './api-client.ts'
import { appAt } from './app-at-intuit.ts'
import { connect } from './connect.ts'
import { addInboxFirm } from './inbox-firm.ts'
import { errors, syncFailure } from './kept-issues.ts'
import { startSandbox } from './sandbox.ts'
import { sessionOf } from './tenant.ts'
import { workAt } from './work-at.ts'

/** An invoice of Cool Cars, as it was pushed. */
export const invoice = {
  DocNumber: '1781',
  TxnDate: '2026-03-02',
  CustomerRef: { value: '3' },
  Line: [
    {
      Amount: 1250,
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef: { value: '4' } },
    },
  ],
} as const

interface Changes extends Partial<SyncFailure> {
  readonly isConnected?: boolean
}

/** A service with a sandbox in the place of Intuit, and firms that each have a failed record and a company of their own. */
export async function serviceWithBooks() {
  const sandbox = await startSandbox()
  const service = await startService(appAt(sandbox))
  let firms = 0

  return {
    service,
    sandbox,

    /** A firm whose record failed; by default an invoice whose number was taken. */
    anIssue: async ({ isConnected = true, ...changes }: Changes = {}) => {
      const { stores, pages, quickbooks } = service
      const firmId = `firm${(firms += 1)}`
      await addInboxFirm(stores, firmId, [])
      const owner = await sessionOf(service, 'owner', firmId)
      const { realmId } = sandbox.company.addCompany()
      if (isConnected) await connect(service, { firmId, realmId, headers: owner })
      const failure = syncFailure(1, {
        error: errors['duplicate-document-number'],
        entity: 'Invoice',
        operation: 'create',
        payload: JSON.stringify(invoice),
        ...changes,
      })
      const actor = { type: 'key', id: 'host', via: null } as const
      await stores.issues.reportFailure(firmId, failure, actor)
      const id = issueId(firmId, failure.record)
      const address = `/firms/${firmId}/issues/${id}`
      const as = async (role: MemberRole) => ({
        ...(await sessionOf(service, role, firmId)),
        Accept: 'text/html',
      })
      const ask = async (way: string, role: MemberRole = 'owner', query: Record<string, string> = {}) =>
        pages
          .get(`${address}${way}`)
          .query({ lang: 'en', ...query })
          .set(await as(role))
      return {
        firmId,
        id,
        realmId,
        address,
        as,
        ask,
        /** The words on a page of the issue. */
        read: async (way = '', role: MemberRole = 'owner', query: Record<string, string> = {}) =>
          textOf((await ask(way, role, query)).text),
        /** Sends a form of one of the pages. */
        post: async (
          way: string,
          fields: Record<string, string>,
          role: MemberRole = 'owner',
          headers: Record<string, string> = {},
        ) =>
          pages
            .post(`${address}${way}`)
            .type('form')
            .send(fields)
            .set({ ...(await as(role)), ...headers }),
        issue: async () => {
          const found = await stores.issues.get(firmId, id)
          if (found === undefined) throw new Error('It is gone.')
          return found.doc
        },
        /** Performs what is due. */
        work: () =>
          workAt(stores, () => new Date(), {
            ...(quickbooks && { quickBooksOf: async (firm) => quickbooks.quickBooksOf(firm) }),
          }),
        /** The documents of this kind in the firm's books. */
        inBooks: (entity: 'Invoice' | 'Customer') => sandbox.company.books(realmId)?.all(entity) ?? [],
      }
    },
  }
}

export type ServiceWithBooks = Awaited<ReturnType<typeof serviceWithBooks>>

/** What a reader sees of a page, without its markup. */
export function textOf(html: string): string {
  return html
    .replace(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/gsu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replace(/\s+/gu, ' ')
}
