import { z } from 'zod'
import type { HostSettings } from '../../host/records/host-settings.ts'

const account = z
  .string()
  .regex(/^\d{0,20}$/u)
  .transform((id) => (id === '' ? null : id))

const form = z.object({
  serviceIncomeAccountId: account,
  expenseAccountId: account,
  expensePaymentId: account,
  depositToAccountId: account,
  nextInvoiceNumber: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.int().min(1)),
})

/** The settings that the form asks for; undefined: it is not filled in as it must be. */
export function readHostSettings(body: unknown): Omit<HostSettings, 'currency'> | undefined {
  return form.safeParse(body).data
}
