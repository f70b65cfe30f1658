import type { Connections } from './quickbooks/connection/connections.ts'

/** What the service can do with QuickBooks, by the app at Intuit that it is set up with. */
export interface QuickBooksServices {
  readonly connections: Connections
  /** The origin of the page where people agree to a connection. */
  readonly authorizeOrigin: string
}
