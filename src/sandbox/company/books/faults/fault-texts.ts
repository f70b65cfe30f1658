import { accountTexts } from './account-texts.ts'
import { companyTexts } from './company-texts.ts'
import { listTexts } from './list-texts.ts'
import { referenceTexts } from './reference-texts.ts'
import { specificationTexts } from './specification-texts.ts'
import { transactionTexts } from './transaction-texts.ts'

/**
 * The words of QuickBooks. English ones as samples and Intuit's pages print them, except where none is known (6080,
 * 6200, 6420, and 6240 for items, accounts and terms); of the French ones only 6140 was ever seen printed.
 */
export const faultTexts = {
  ...specificationTexts,
  ...referenceTexts,
  ...listTexts,
  ...accountTexts,
  ...transactionTexts,
  ...companyTexts,
}

export type FaultName = keyof typeof faultTexts
