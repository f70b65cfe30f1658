import type { EntityName } from '../../../quickbooks/entity-name.ts'
import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

const PAGE = 1000

/** The active entries of a QuickBooks list, to choose from; undefined: QuickBooks does not tell them now. */
export async function choicesOf(
  entity: Extract<EntityName, 'Customer' | 'Account'>,
  quickbooks: QuickBooks,
): Promise<readonly Choice[] | undefined> {
  const told = await quickbooks.query({ entity, limit: PAGE })
  if (told.outcome !== 'read') return undefined
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return told.value
    .map(({ Id, DisplayName, Name, AccountType }) => ({
      value: Id,
      label: entity === 'Customer' ? text(DisplayName) : `${text(Name)} (${text(AccountType)})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}
