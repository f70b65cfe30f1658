import type { Field } from './field.ts'

/** What a line is linked to. */
export const linkField: Field = {
  kind: 'list',
  of: {
    class: 'LinkedTxn',
    members: {
      TxnId: { kind: 'text' },
      TxnType: { kind: 'text' },
      TxnLineId: { kind: 'text' },
    },
  },
}
