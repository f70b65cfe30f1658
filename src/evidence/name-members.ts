/** Kinds of entries that QuickBooks keeps in lists of names, and the member that holds the name. */
export const nameMembers: Readonly<Record<string, 'DisplayName' | 'Name'>> = {
  Customer: 'DisplayName',
  Vendor: 'DisplayName',
  Employee: 'DisplayName',
  Item: 'Name',
  Account: 'Name',
  PaymentMethod: 'Name',
  Term: 'Name',
}
