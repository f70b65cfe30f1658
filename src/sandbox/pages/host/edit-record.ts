import { z } from 'zod'
import { parseMoney } from '../../../domain/parse-money.ts'
import { edited } from '../../host/records/edited.ts'
import type { HostRecord } from '../../host/records/host-record.ts'

const text = z.string().trim().min(1)
const name = z.object({ name: text.max(500) })
const date = z.iso.date()

/** A record as its form wants it; undefined: the form is not filled in as it must be. */
export function editRecord(record: HostRecord, form: unknown, currency: string): HostRecord | undefined {
  const amount = text.transform((value) => parseMoney(value, currency)?.minor).pipe(z.int().min(0))
  const account = z.string().transform((id) => (id === '' ? null : id))
  const moved = z.object({ amount, date })
  const read = <T>(schema: z.ZodType<T>): T | undefined => schema.safeParse(form).data
  switch (record.type) {
    case 'client': {
      const changes = read(name)
      return changes && edited({ ...record, ...changes })
    }
    case 'service': {
      const changes = read(name.extend({ price: amount, incomeAccountId: account }))
      return changes && edited({ ...record, ...changes })
    }
    case 'invoice': {
      const changes = read(z.object({ number: text.max(100), date }))
      return changes && edited({ ...record, ...changes })
    }
    case 'payment': {
      const method = z.enum(['cash', 'card', 'promotional-credit'])
      const changes = read(moved.extend({ method }))
      return changes && edited({ ...record, ...changes })
    }
    case 'refund':
    case 'expense': {
      const changes = read(moved)
      return changes && edited({ ...record, ...changes })
    }
  }
}
