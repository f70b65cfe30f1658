import type { FaultName } from './fault-texts.ts'

/** Why a write is refused, before it is put in the company's words. */
export interface Fault {
  readonly name: FaultName
  /** What the text names, by its places. */
  readonly values?: Readonly<Record<string, string>>
  /** The member at fault, as QuickBooks names it. */
  readonly element?: string
}
