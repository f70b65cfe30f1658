import type { AccountSlot } from './account-slot.ts'

/** What a reference may name: one list, any name (its `type` says which), or an entry of the list it stands in. */
export type Target =
  'Customer' | 'Vendor' | 'Employee' | 'Item' | 'Account' | 'PaymentMethod' | 'Term' | 'name' | 'parent'

/** How QuickBooks reads one member of a request. */
export type Field =
  | {
      readonly kind: 'text'
      readonly max?: number
      readonly is?: 'name' | 'email' | 'web-address'
      /** What a fault calls the member, where it is not called by its name. */
      readonly label?: string
    }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'reference'; readonly to: Target; readonly slot?: AccountSlot }
  | { readonly kind: 'group'; readonly of: Fields }
  | { readonly kind: 'list'; readonly of: Fields }
  /** Taken and told again as it is: nothing here depends on it. */
  | { readonly kind: 'kept' }
  /** QuickBooks' own: what a request says is passed over. */
  | { readonly kind: 'own' }

/** The members of one thing. `class`: what Intuit's server calls it. */
export interface Fields {
  readonly class: string
  readonly members: Readonly<Record<string, Field>>
}
