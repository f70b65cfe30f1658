import { demoFailure } from './demo-failure.ts'
import type { Stores } from '../../src/wiring/create-stores.ts'
import type { IssueRecord } from '../../src/domain/issue-record.ts'
import type { MemberRole } from '../../src/domain/role.ts'
import { catalog } from './catalog.ts'

/** The names of the firm's people, by their roles, which are their ids as well. */
export const people: Readonly<Record<MemberRole, string>> = {
  owner: 'Ada Nowak',
  admin: 'Béatrice Roy',
  staff: 'Chidi Okafor',
}

/** One failure: of which row of the table, on a record that differs in this from the demo's. */
export interface Trouble {
  readonly row: number
  readonly record?: Partial<IssueRecord>
  /** Instead of the message of the row. */
  readonly error?: string
}

/** Adds a firm with people of every role, whose records failed, the first one last. */
export async function addInboxFirm(
  stores: Stores,
  firmId: string,
  troubles: readonly Trouble[],
): Promise<void> {
  const { firms, members } = stores
  const facts = { locale: 'en-CA', timeZone: 'America/Toronto', currency: 'CAD', notificationAddresses: [] }
  await firms.put(firmId, { name: `${firmId} Accounting`, ...facts })
  for (const [role, name] of Object.entries(people) as [MemberRole, string][]) {
    await members.put({ id: role, firmId, name, email: null, role, language: null })
  }
  await reportTroubles(stores, firmId, troubles)
}

/** Reports these failures, the first one as the newest. */
export async function reportTroubles(
  { issues }: Stores,
  firmId: string,
  troubles: readonly Trouble[],
): Promise<void> {
  const actor = { type: 'key', id: 'host', via: null } as const
  const now = Date.now()
  for (const [index, { row, record, error }] of troubles.entries()) {
    const item = catalog.rules.map((rule) => rule.item).find(({ number }) => number === row)
    if (item === undefined) throw new Error(`The table has no row ${row}.`)
    const occurredAt = new Date(now - index * 60_000)
    const failure = demoFailure(item, occurredAt)
    await issues.reportFailure(
      firmId,
      {
        ...failure,
        error: error ?? failure.error,
        record: { ...failure.record, id: `record-${index}`, ...record },
        occurredAt: occurredAt.toISOString(),
        occurrenceId: undefined,
      },
      actor,
    )
  }
}

/** The address of a new link that signs this member in. */
export async function portalPath({ portal }: Stores, firmId: string, memberId: MemberRole): Promise<string> {
  const { token } = await portal.createLink({ firmId, memberId, language: null })
  return `/portal/${token}`
}
