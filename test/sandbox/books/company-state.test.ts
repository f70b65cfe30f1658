import { describe } from '@jest/globals'
import type { FaultRow } from '../../support/book-faults.ts'
import { create, createInvoice, invoice, itRefuses } from '../../support/book-faults.ts'
import {} from '../../support/sandbox-books.ts'

describe('What the state of the company refuses', () => {
  itRefuses([
    {
      pushed: 'an invoice of a day in books that are closed',
      settings: { bookCloseDate: '2026-02-28' },
      push: createInvoice({ TxnDate: '2026-02-28' }),
      fault: [
        '6200',
        'Account Period Closed',
        'The account period has closed. The transaction date is prior to the closing date',
      ],
    },
    ...(['void', 'delete', 'update'] as const).map((operation): FaultRow => ({
      pushed: `the ${operation} of an invoice in books that are closed by a password`,
      push: (sample) => {
        const { Id, SyncToken } = sample.create('Invoice', invoice({ TxnDate: '2026-02-01' }))
        sample.act({
          act: 'change-settings',
          settings: { bookCloseDate: '2026-02-28', bookClosePassword: true },
        })
        return sample.write(operation, 'Invoice', { Id, SyncToken, sparse: true, TxnDate: '2026-03-01' })
      },
      fault: [
        '6210',
        'Account Period Closed, Cannot Update Through Services API',
        'The account period has closed and the account books cannot be updated through through the QBO Services API. Please use the QBO website to make these changes.',
      ],
    })),
    {
      pushed: 'anything after the subscription ended',
      settings: { subscription: 'ended' },
      push: create('Customer', { DisplayName: 'Northwind' }),
      fault: [
        '6190',
        'Invalid Company Status',
        "Subscription period has ended or canceled or there was a billing problem : You can't add data to QuickBooks Online Plus because your trial or subscription period ended, you canceled your subscription, or there was a billing problem.",
      ],
    },
  ])
})
