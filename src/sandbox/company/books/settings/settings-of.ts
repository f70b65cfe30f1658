import type { CompanySettings } from '../books.ts'
import { groupOf } from '../read/group-of.ts'
import { listOf } from '../read/list-of.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'

/** The settings as Preferences now tell them; what they do not tell stays as it is. */
export function settingsOf(preferences: Members, settings: CompanySettings): CompanySettings {
  const sales = groupOf(preferences, 'SalesFormsPrefs') ?? {}
  const accounting = groupOf(preferences, 'AccountingInfoPrefs') ?? {}
  const warnings = listOf(groupOf(preferences, 'OtherPrefs') ?? {}, 'NameValue').filter(({ Name }) =>
    String(Name).startsWith('WarnDuplicate'),
  )
  return {
    ...settings,
    customTxnNumbers: sales['CustomTxnNumbers'] === true,
    autoApplyCredit: sales['AutoApplyCredit'] === true,
    bookCloseDate: textOf(accounting, 'BookCloseDate') ?? null,
    warnDuplicateNumbers:
      warnings.length === 0 ? settings.warnDuplicateNumbers : warnings.every(({ Value }) => Value === 'true'),
  }
}
