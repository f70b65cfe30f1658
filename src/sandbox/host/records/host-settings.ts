import { z } from 'zod'

const account = z.string().min(1).nullable()

/** What an admin of the firm sets for the sync; accounts by their QuickBooks ids, null where none is chosen. */
export const hostSettings = z
  .strictObject({
    serviceIncomeAccountId: account,
    /** What processing fees are paid from: the clearing or bank account, whatever its name suggests. */
    expenseAccountId: account,
    /** The category of processing fees. */
    expensePaymentId: account,
    /** Where payments and refunds go to and come from; null: payments go to Undeposited Funds. */
    depositToAccountId: account,
    nextInvoiceNumber: z.int().min(1),
    /** ISO 4217. */
    currency: z.string().length(3),
  })
  .readonly()

export type HostSettings = z.infer<typeof hostSettings>
