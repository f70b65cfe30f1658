/** No answer of QuickBooks says as much; a text that does must not keep us busy. */
export const MAX_FAULTS = 100
