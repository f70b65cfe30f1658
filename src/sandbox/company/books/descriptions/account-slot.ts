/** The places for an account, each of which takes accounts of certain types only. */
export type AccountSlot =
  | 'paid-from'
  | 'deposit-to'
  | 'refund-from'
  | 'item-income'
  | 'item-expense'
  | 'item-asset'
  | 'receivable'
  | 'payable'
  | 'category'
