import { intuitLimits, type Limits } from './gateway/limits.ts'

/** How the sandbox behaves apart from its companies' books. */
export interface Settings {
  /** Null: there are none. */
  limits: Limits | null
  /** Metered reads a month, over all companies. */
  monthlyReads: number
  /** Customers, vendors, employees and items are reportedly written again for the same request id. */
  nameListsIgnoreRequestId: boolean
}

/** As Intuit's free tier has it. */
export function defaultSettings(): Settings {
  return { limits: intuitLimits, monthlyReads: 500_000, nameListsIgnoreRequestId: true }
}
