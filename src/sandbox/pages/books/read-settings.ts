import { z } from 'zod'
import type { CompanySettings } from '../../company/books/books.ts'

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')

const form = z.object({
  customTxnNumbers: onOff,
  warnDuplicateNumbers: onOff,
  autoApplyCredit: onOff,
  bookClosePassword: onOff,
  bookCloseDate: z.union([z.iso.date(), z.literal('').transform(() => null)]),
  subscription: z.enum(['active', 'ended']),
  language: z.enum(['en', 'fr']),
})

/** The settings that the form asks for; undefined: no form of ours asks so. */
export function readSettings(body: unknown): Partial<CompanySettings> | undefined {
  return form.safeParse(body).data
}
