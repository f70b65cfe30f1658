import type { BooksView } from '../books-view.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'
import { qualify } from './qualify.ts'

/** What QuickBooks adds to a product or service. */
export function completeItem(members: Members, books: Pick<BooksView, 'get'>): Members {
  const { fullName, level } = qualify('Item', members, textOf(members, 'Name') ?? '', books)
  const isCategory = members['Type'] === 'Category'
  return {
    Active: true,
    Type: 'Service',
    ...(!isCategory && {
      Taxable: false,
      UnitPrice: 0,
      PurchaseCost: 0,
      TrackQtyOnHand: members['Type'] === 'Inventory',
    }),
    ...members,
    FullyQualifiedName: fullName,
    ...(level > 0 && { SubItem: true, Level: level }),
  }
}
