/** One line for a whole amount, sold under this item. */
export function amountLine(amount: number, itemId: string) {
  return {
    DetailType: 'SalesItemLineDetail',
    Amount: amount,
    SalesItemLineDetail: { ItemRef: { value: itemId }, Qty: 1, UnitPrice: amount },
  }
}
