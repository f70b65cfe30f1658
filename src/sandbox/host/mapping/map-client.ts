import type { RecordOf } from '../records/host-record.ts'
import type { Mapped } from './mapped.ts'

/** A client becomes a Customer. */
export function mapClient({ name, email }: RecordOf<'client'>): Mapped {
  return {
    entity: 'Customer',
    body: { DisplayName: name, ...(email !== null && { PrimaryEmailAddr: { Address: email } }) },
  }
}
