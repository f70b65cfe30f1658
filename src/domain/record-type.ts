/** What the host pushes to QuickBooks, in dependency order. */
export const recordTypes = ['client', 'service', 'invoice', 'payment', 'refund', 'expense'] as const

export type RecordType = (typeof recordTypes)[number]
