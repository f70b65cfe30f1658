import type { MailContent } from '../../src/notices/mail/mail-content.ts'

const nothing: MailContent = {
  news: [],
  waiting: 0,
  connection: null,
  endpoints: [],
  settled: [],
  passing: 0,
  stale: [],
  open: 0,
}

const numbers = {
  item: 'duplicate-document-number',
  count: 12,
  reopened: 1,
  changed: 2,
  atStake: [
    { minor: 1_250_000, currency: 'CAD' },
    { minor: 99_900, currency: 'USD' },
  ],
  records: [
    { label: 'Invoice 1781', client: 'Northwind LLC', money: { minor: 125_000, currency: 'CAD' } },
    { label: 'Invoice 1782', client: 'Café Léa', money: { minor: 99_900, currency: 'USD' } },
    { label: `Invoice ${'0123456789'.repeat(8)}`, client: null, money: null },
  ],
  retry: 'user_fix',
} as const

const unrecognized = {
  ...numbers,
  item: 'unrecognized',
  count: 1,
  reopened: 0,
  changed: 0,
  atStake: [],
  records: [{ label: 'Payment 12', client: 'Harbor Dental', money: null }],
  retry: null,
} as const

const ada = { actor: { type: 'member', id: 'ada', via: null }, name: 'Ada Nowak' } as const
const software = { actor: { type: 'key', id: 'key_1', via: null }, name: null } as const
const settled = { label: 'Invoice 1779', client: 'Northwind LLC', money: { minor: 50_000, currency: 'CAD' } }

/** A mail of each kind. */
export const mailContents = {
  news: { ...nothing, news: [numbers, unrecognized], passing: 3, open: 13 },
  settled: {
    ...nothing,
    settled: [
      { ...settled, how: 'synced', by: software },
      { ...settled, how: 'resynced', by: ada },
      { ...settled, how: 'linked', by: ada },
      { ...settled, label: 'Bookkeeping', how: 'deleted', by: ada },
    ],
  },
  lost: {
    ...nothing,
    connection: { state: 'lost', companyName: 'Acme Books Inc.', by: null },
    waiting: 4,
    open: 4,
  },
  disconnected: {
    ...nothing,
    connection: { state: 'lost', companyName: 'Acme Books Inc.', by: ada },
  },
  ending: {
    ...nothing,
    connection: {
      state: 'ending',
      companyName: 'Acme Books Inc.',
      endsAt: '2026-03-16T12:00:00.000Z',
      daysLeft: 7,
    },
  },
  endpoint: {
    ...nothing,
    endpoints: [
      { id: 'whe_1', url: 'https://hooks.example.com/a/very/long/path/that/does/not/end', reason: 'failing' },
      { id: 'whe_2', url: 'https://gone.example.com/', reason: 'gone' },
    ],
  },
  reminder: { ...nothing, stale: [numbers, unrecognized], open: 13 },
  everything: {
    ...nothing,
    news: [unrecognized],
    stale: [numbers],
    settled: [{ ...settled, how: 'resynced', by: ada }],
    open: 13,
  },
} as const satisfies Record<string, MailContent>
