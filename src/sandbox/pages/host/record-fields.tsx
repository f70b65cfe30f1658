import { formatDecimal } from '../../../domain/format-decimal.ts'
import type { HostRecord } from '../../host/records/host-record.ts'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { SelectField } from '../parts/select-field.tsx'
import { TextField } from '../parts/text-field.tsx'
import { AccountField } from './account-field.tsx'
import type { Choice } from './choices-of.ts'

interface Props extends Pick<SandboxContext, 'say'> {
  readonly record: HostRecord
  readonly currency: string
  readonly accounts: readonly Choice[]
}

/** The fields of a record that can be edited. */
export function RecordFields({ record, currency, accounts, say }: Props) {
  const form = 'edit'
  const amount = (name: 'amount' | 'price', minor: number) => (
    <TextField
      form={form}
      name={name}
      label={say(`sandbox.field.${name}`)}
      value={formatDecimal({ minor, currency })}
      inputMode="decimal"
    />
  )
  const date = (value: string) => (
    <TextField form={form} name="date" label={say('sandbox.books.fact.date')} value={value} type="date" />
  )
  const name = (value: string) => (
    <TextField form={form} name="name" label={say('sandbox.field.name')} value={value} />
  )
  switch (record.type) {
    case 'client':
      return name(record.name)
    case 'service':
      return (
        <>
          {name(record.name)}
          {amount('price', record.price)}
          <AccountField
            form={form}
            name="incomeAccountId"
            label={say('sandbox.books.fact.incomeAccount')}
            value={record.incomeAccountId}
            none={say('sandbox.host.accountOfSettings')}
            accounts={accounts}
          />
        </>
      )
    case 'invoice':
      return (
        <>
          <TextField form={form} name="number" label={say('sandbox.field.number')} value={record.number} />
          {date(record.date)}
        </>
      )
    case 'payment':
      return (
        <>
          {amount('amount', record.amount)}
          {date(record.date)}
          <SelectField
            form={form}
            name="method"
            label={say('sandbox.host.method')}
            value={record.method}
            options={(['cash', 'card', 'promotional-credit'] as const).map((value) => ({
              value,
              label: say(`sandbox.host.method.${value}`),
            }))}
          />
        </>
      )
    case 'refund':
    case 'expense':
      return (
        <>
          {amount('amount', record.amount)}
          {date(record.date)}
        </>
      )
  }
}
