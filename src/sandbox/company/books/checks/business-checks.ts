import { accountTypeGiven } from './account-type-given.ts'
import { accountTypesFit } from './account-types-fit.ts'
import { amountGiven } from './amount-given.ts'
import { amountNotNegative } from './amount-not-negative.ts'
import type { Check } from './check.ts'
import { currencyFits } from './currency-fits.ts'
import { depositLinesFree } from './deposit-lines-free.ts'
import { detailAccountsFit } from './detail-accounts-fit.ts'
import { elementModifiable } from './element-modifiable.ts'
import { emailGiven } from './email-given.ts'
import { itemAccountsGiven } from './item-accounts-given.ts'
import { linesAddUp } from './lines-add-up.ts'
import { linesTaxed } from './lines-taxed.ts'
import { nameFree } from './name-free.ts'
import { nameGiven } from './name-given.ts'
import { noBalance } from './no-balance.ts'
import { notDeposited } from './not-deposited.ts'
import { numberShort } from './number-short.ts'
import { paymentFits } from './payment-fits.ts'
import { periodOpen } from './period-open.ts'
import { referencesValid } from './references-valid.ts'

/** The rules of the product, in the order in which it asks them: it tells the first that is broken, and no other. */
export const businessChecks: readonly Check[] = [
  elementModifiable,
  nameGiven,
  accountTypeGiven,
  itemAccountsGiven,
  referencesValid,
  accountTypesFit,
  detailAccountsFit,
  currencyFits,
  linesAddUp,
  amountGiven,
  amountNotNegative,
  linesTaxed,
  emailGiven,
  nameFree,
  numberShort,
  periodOpen,
  notDeposited,
  paymentFits,
  depositLinesFree,
  noBalance,
]
