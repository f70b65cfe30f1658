import { SelectField } from '../parts/select-field.tsx'
import type { Choice } from './choices-of.ts'

interface Props {
  readonly name: string
  readonly form: string
  readonly label: string
  /** The chosen account's QuickBooks id. */
  readonly value: string | null
  /** What no choice means. */
  readonly none: string
  readonly accounts: readonly Choice[]
}

/** A choice among the accounts of the books, with their types. What is chosen stays, whether the books know it or not. */
export function AccountField({ value, none, accounts, ...field }: Props) {
  const isKnown = value === null || accounts.some((account) => account.value === value)
  const lost = isKnown ? [] : [{ value, label: `#${value}` }]
  return (
    <SelectField
      {...field}
      value={value ?? ''}
      options={[{ value: '', label: none }, ...lost, ...accounts]}
    />
  )
}
