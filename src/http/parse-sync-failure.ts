import { currencyDigits } from '../domain/currency-digits.ts'
import type { Firm } from '../domain/firm.ts'
import type { Money } from '../domain/money.ts'
import { parseMoney } from '../domain/parse-money.ts'
import type { RequestFault } from '../domain/problem.ts'
import type { SyncFailure } from '../domain/sync-failure.ts'
import type { components } from './api-types.ts'
import { nestingOf } from './nesting-of.ts'
import { occurredAt as readOccurredAt } from './occurred-at.ts'

interface Asked {
  readonly firm: Firm
  readonly now: Date
  /** Where the failure stands in the body, as a JSON pointer. */
  readonly at: string
  /** For a report that brings no name of its own. */
  readonly occurrenceId: string | undefined
}

const MAX_PAYLOAD = 64 * 1024
const MAX_NESTING = 60

/** A reported failure in our terms; or all that the contract alone cannot tell is wrong with it. */
export function parseSyncFailure(
  body: components['schemas']['SyncFailure'],
  { firm, now, at, occurrenceId }: Asked,
): SyncFailure | readonly RequestFault[] {
  const { record, occurredAt, payload, occurrenceId: own, ...failure } = body
  const { type, id, label, url = null, date = null, client = null } = record
  const moment = readOccurredAt(occurredAt, now, at)
  const money = moneyOf(record, firm, `${at}/record`)
  const text = payloadOf(payload, `${at}/payload`)
  const deep: RequestFault[] =
    nestingOf(body.error) > MAX_NESTING ? [{ in: 'body', pointer: `${at}/error`, code: 'nesting' }] : []
  if (isFault(moment) || isFault(money) || isFault(text) || deep.length > 0)
    return [...deep, ...[moment, money, text].filter(isFault)]
  return {
    ...failure,
    record: {
      type,
      id,
      label: label.toWellFormed(),
      url,
      money,
      date,
      client: client && { id: client.id, name: client.name.toWellFormed() },
    },
    occurredAt: moment,
    occurrenceId: own ?? occurrenceId,
    payload: text,
  }
}

function moneyOf(
  { amount, currency }: components['schemas']['ReportedRecord'],
  firm: Firm,
  at: string,
): Money | null | RequestFault {
  if (amount === undefined || amount === null) return null
  const inCurrency = currency ?? firm.currency
  if (currencyDigits(inCurrency) === undefined)
    return { in: 'body', pointer: `${at}/currency`, code: 'unknown' }
  return parseMoney(amount, inCurrency) ?? { in: 'body', pointer: `${at}/amount`, code: 'amount' }
}

function payloadOf(payload: object | undefined, pointer: string): string | undefined | RequestFault {
  if (payload === undefined) return undefined
  if (nestingOf(payload) > MAX_NESTING) {
    return { in: 'body', pointer, code: 'nesting', expected: String(MAX_NESTING) }
  }
  const text = JSON.stringify(payload)
  return text.length > MAX_PAYLOAD ? { in: 'body', pointer, code: 'size' } : text
}

function isFault(value: Money | RequestFault | string | null | undefined): value is RequestFault {
  return typeof value === 'object' && value !== null && 'pointer' in value
}
