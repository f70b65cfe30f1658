import type { Description } from '../descriptions/description.ts'
import type { Fault } from '../faults/fault.ts'
import { groupOf } from '../read/group-of.ts'
import { idOf } from '../read/id-of.ts'
import { isSalesForm } from '../read/is-sales-form.ts'
import { linksOf } from '../read/links-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'

/** 2020 for every member that is needed and is not there; also those of lines. */
export function missingParameters(description: Description, members: Members): readonly Fault[] {
  const missing = [
    ...description.required.filter((name) => isAbsent(members[name])),
    ...new Set(listOf(members, 'Line').flatMap((line) => missingInLine(description, line))),
  ]
  return missing.map((parameter) => ({
    name: 'missing-parameter',
    values: { parameter },
    element: parameter,
  }))
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === ''
}

function missingInLine({ name }: Description, line: Members): readonly string[] {
  if (isSalesForm(name)) {
    if (line['DetailType'] === undefined) return ['Line.DetailType']
    return line['DetailType'] === 'SalesItemLineDetail' ? amountOf(line) : []
  }
  if (name === 'Purchase' || name === 'Bill') return missingInExpense(line)
  if (name === 'Deposit') return missingInDeposit(line)
  return name === 'Payment' ? amountOf(line) : []
}

function missingInExpense(line: Members): readonly string[] {
  const type = line['DetailType']
  if (type === undefined) return ['Line.DetailType']
  if (type !== 'AccountBasedExpenseLineDetail' && type !== 'ItemBasedExpenseLineDetail') return []
  const reference = type === 'AccountBasedExpenseLineDetail' ? 'AccountRef' : 'ItemRef'
  const isThere = idOf(groupOf(line, type) ?? {}, reference) !== undefined
  return [...(isThere ? [] : [`Line.${type}.${reference}`]), ...amountOf(line)]
}

function missingInDeposit(line: Members): readonly string[] {
  // What was received before says itself which account it lies in.
  if (linksOf(line).length > 0) return amountOf(line)
  const isThere = idOf(groupOf(line, 'DepositLineDetail') ?? {}, 'AccountRef') !== undefined
  return [...(isThere ? [] : ['Line.DepositLineDetail.AccountRef']), ...amountOf(line)]
}

function amountOf(line: Members): readonly string[] {
  return isAbsent(line['Amount']) ? ['Line.Amount'] : []
}
