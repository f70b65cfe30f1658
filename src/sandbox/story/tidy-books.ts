import type { Company } from '../company/company.ts'
import type { Written } from '../company/books/books.ts'
import type { EntityName } from '../company/books/entity-name.ts'
import { daysBefore } from './days-before.ts'

interface Needs {
  readonly company: Pick<Company, 'person' | 'write' | 'books'>
  readonly realmId: string
  readonly now: Date
}

/**
 * What the firm's bookkeeper does in QuickBooks meanwhile, each step for a good reason and none with the practice software
 * in mind. What is done already is not done again.
 */
export function tidyBooks({ company, realmId, now }: Needs): void {
  const list = (entity: EntityName) => company.books(realmId)?.all(entity) ?? []
  const named = (entity: EntityName, name: string) =>
    list(entity).find((one) => one.DisplayName === name || one.Name === name)
  const idOf = (entity: EntityName, name: string): string => {
    const found = named(entity, name)
    if (found === undefined) throw new Error(`The books have no ${entity} "${name}".`)
    return found.Id
  }
  const create = (entity: EntityName, body: Readonly<Record<string, unknown>>) =>
    done(company.write(realmId, { operation: 'create', entity, body }))
  const sold = (amount: number) => [
    {
      Amount: amount,
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef: { value: idOf('Item', 'Hours') } },
    },
  ]

  const settings = {
    customTxnNumbers: true,
    warnDuplicateNumbers: true,
    autoApplyCredit: true,
    bookCloseDate: daysBefore(now, 90),
    bookClosePassword: true,
  }
  done(company.person(realmId, { act: 'change-settings', settings }))
  for (const [entity, name] of [
    ['Customer', 'Harbor Dental'],
    ['Vendor', 'Maple Street Bakery'],
  ] as const) {
    if (named(entity, name) === undefined) create(entity, { DisplayName: name })
  }
  for (const [entity, name] of [
    ['Customer', 'Café Léa'],
    ['Item', 'Payroll setup'],
  ] as const) {
    const active = named(entity, name)
    if (active !== undefined) done(company.person(realmId, { act: 'make-inactive', entity, id: active.Id }))
  }
  if (!list('Invoice').some(({ DocNumber }) => DocNumber === '1781')) {
    const customer = { value: idOf('Customer', 'Gevelber Photography') }
    create('Invoice', {
      CustomerRef: customer,
      DocNumber: '1781',
      TxnDate: daysBefore(now, 7),
      Line: sold(320),
    })
  }
  const obrien = idOf('Customer', 'O’Brien & Sons')
  if (!list('CreditMemo').some(({ DocNumber }) => DocNumber === 'CR-17')) {
    const date = daysBefore(now, 10)
    create('CreditMemo', {
      CustomerRef: { value: obrien },
      DocNumber: 'CR-17',
      TxnDate: date,
      Line: sold(200),
    })
  }
}

function done(written: Written): void {
  if ('refused' in written)
    throw new Error(`The sandbox refuses its own story: ${JSON.stringify(written.refused)}`)
}
