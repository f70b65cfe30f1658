import type { EvidenceKind } from '../domain/evidence-fields.ts'
import { accountTypes } from './account-types.ts'
import { closingDate } from './closing-date.ts'
import { customerState } from './customer-state.ts'
import { hostRecord } from './host-record.ts'
import { invoiceBalance } from './invoice-balance.ts'
import { itemStates } from './item-states.ts'
import { nameHolders } from './name-holders.ts'
import { nameLength } from './name-length.ts'
import { numberHolder } from './number-holder.ts'
import { paymentMethodType } from './payment-method-type.ts'
import type { Probe } from './probe.ts'

/** Who asks for each kind of fact. */
export const probes: Readonly<Record<EvidenceKind, Probe>> = {
  'host-record': hostRecord,
  'name-holders': nameHolders,
  'payment-method-type': paymentMethodType,
  'customer-state': customerState,
  'number-holder': numberHolder,
  'item-states': itemStates,
  'invoice-balance': invoiceBalance,
  'account-types': accountTypes,
  'name-length': nameLength,
  'closing-date': closingDate,
}
