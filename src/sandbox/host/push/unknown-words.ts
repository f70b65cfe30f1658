import type { WriteOutcome } from '../../../quickbooks/write-outcome.ts'

type Unknown = Extract<WriteOutcome, { readonly outcome: 'unknown' }>

const happened: Readonly<Record<Unknown['reason'], string>> = {
  timeout: 'the request timed out',
  reset: 'connection reset before the answer (ECONNRESET)',
  'bad-gateway': '502 Bad Gateway',
  'half-answer': 'the answer broke off (socket hang up)',
}

/** The host's own words for a write that QuickBooks may have taken or not. */
export function unknownWords({ reason }: Unknown): string {
  return `QuickBooks did not confirm this record: ${happened[reason]}. It may be in QuickBooks or not.`
}
