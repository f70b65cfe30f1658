import { isSalesForm } from '../read/is-sales-form.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

const MAX = 21

/** Sales forms are told so by the specification (2050), expenses and bills by the product itself. */
export const numberShort: Check = ({ description, after }) =>
  !isSalesForm(description.name) && (textOf(after, 'DocNumber') ?? '').length > MAX
    ? { name: 'number-too-long' }
    : undefined
