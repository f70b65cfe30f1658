import type { ErrorItem } from '../../src/domain/error-item.ts'
import type { RecordType } from '../../src/domain/record-type.ts'
import type { SyncFailure } from '../../src/domain/sync-failure.ts'

const HOUR = 60 * 60 * 1000
const CLIENTS = ['Northwind LLC', 'Café Léa', 'O’Brien & Sons', 'Harbor Dental', 'Maple Street Bakery']

/** How a record of each type is called, by its number. */
const labels: Readonly<Record<RecordType, (number: number) => string>> = {
  client: (number) => CLIENTS[number % CLIENTS.length] ?? '',
  service: (number) => `Bookkeeping package ${number}`,
  invoice: (number) => `Invoice ${1780 + number}`,
  payment: (number) => `Payment ${500 + number}`,
  refund: (number) => `Refund ${90 + number}`,
  expense: (number) => `Processing fee ${number}`,
}

/** A failure as this error item documents it, on a record that it occurs on. */
export function demoFailure({ number, slug, message, occursOn }: ErrorItem, now: Date): SyncFailure {
  const type = occursOn[0] ?? 'invoice'
  const hasAmount = type !== 'client' && type !== 'service'
  const name = CLIENTS[number % CLIENTS.length] ?? ''
  const occurredAt = new Date(now.getTime() - number * HOUR).toISOString()
  return {
    error: message,
    httpStatus: 400,
    record: {
      type,
      id: `demo-${number}`,
      label: labels[type](number),
      url: null,
      money: hasAmount ? { minor: 12_500 * number, currency: 'USD' } : null,
      date: occurredAt.slice(0, 10),
      client: type === 'service' ? null : { id: `client-${number % CLIENTS.length}`, name },
    },
    occurredAt,
    occurrenceId: `demo-${slug}`,
  }
}
