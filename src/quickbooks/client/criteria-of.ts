import type { Condition, Query, QueryField } from '../quickbooks.ts'

// Lists of the program, not only of its types: field names and operators stand in a query as they are.
const FIELDS: Readonly<Record<QueryField, true>> = {
  Id: true,
  DisplayName: true,
  Name: true,
  DocNumber: true,
  CustomerRef: true,
  TxnDate: true,
  TotalAmt: true,
  Balance: true,
  Active: true,
  AccountType: true,
  Type: true,
  'MetaData.CreateTime': true,
  'MetaData.LastUpdatedTime': true,
}
const OPERATORS: Readonly<Record<Condition['operator'], true>> = {
  '=': true,
  '<': true,
  '>': true,
  '<=': true,
  '>=': true,
  LIKE: true,
  IN: true,
}

/** What follows `select * from X` in QuickBooks' query language, with a blank before it; throws for what is none of it. */
export function criteriaOf({ where = [], orderBy, startPosition = 1, limit = 100 }: Query): string {
  const conditions = where.map(conditionText)
  return [
    '',
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(' AND ')}`]),
    ...(orderBy === undefined
      ? []
      : [`ORDERBY ${known(FIELDS, orderBy.field)} ${orderBy.descending === true ? 'DESC' : 'ASC'}`]),
    `STARTPOSITION ${within(startPosition, Number.MAX_SAFE_INTEGER)}`,
    `MAXRESULTS ${within(limit, 1_000)}`,
  ].join(' ')
}

function conditionText({ field, operator, value }: Condition): string {
  const text =
    typeof value === 'string' || typeof value === 'boolean'
      ? literal(value)
      : `(${value.map(literal).join(', ')})`
  return `${known(FIELDS, field)} ${known(OPERATORS, operator)} ${text}`
}

/** A text in quotes, whatever it holds; the backslash first, since it stands before quotes. */
function literal(value: string | boolean): string {
  if (typeof value === 'boolean') return String(value)
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function known<T extends string>(list: Readonly<Record<T, true>>, name: T): T {
  if (!Object.hasOwn(list, name))
    throw new TypeError('A query names a field or an operator that is not known.')
  return name
}

function within(value: number, most: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > most) {
    throw new RangeError(`${value} is not a whole number from 1 to ${most}.`)
  }
  return value
}
