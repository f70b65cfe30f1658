import type { QuickBooks } from '../../src/quickbooks/quickbooks.ts'

/** A call of each method of the port, with a payload that must show up nowhere but in the books. */
export const everyCall: readonly {
  readonly name: keyof QuickBooks
  readonly kind: 'read' | 'write'
  readonly make: (quickBooks: QuickBooks) => Promise<{ readonly outcome: string }>
}[] = [
  {
    name: 'create',
    kind: 'write',
    make: (books) =>
      books.create({ entity: 'Invoice', body: { PrivateNote: 'canary-payload' }, requestId: 'act_1' }),
  },
  {
    name: 'update',
    kind: 'write',
    make: (books) =>
      books.update({
        entity: 'Customer',
        body: { Id: '7', SyncToken: '0', Notes: 'canary-payload' },
        requestId: 'act_2',
      }),
  },
  { name: 'get', kind: 'read', make: (books) => books.get('Invoice', '7') },
  {
    name: 'query',
    kind: 'read',
    make: (books) =>
      books.query({
        entity: 'Customer',
        where: [{ field: 'DisplayName', operator: '=', value: 'canary-payload' }],
      }),
  },
  {
    name: 'queries',
    kind: 'read',
    make: (books) => books.queries([{ entity: 'Customer' }, { entity: 'Customer', startPosition: 101 }]),
  },
  { name: 'preferences', kind: 'read', make: (books) => books.preferences() },
  { name: 'companyInfo', kind: 'read', make: (books) => books.companyInfo() },
  {
    name: 'changes',
    kind: 'read',
    make: (books) => books.changes(['Customer', 'Invoice'], new Date('2026-03-01T00:00:00.250Z')),
  },
]
