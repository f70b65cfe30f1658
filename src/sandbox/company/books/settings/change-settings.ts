import type { CompanySettings } from '../books.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import type { Members } from '../read/members.ts'
import { mergeMembers } from '../read/merge-members.ts'
import { companyInfoOf } from './company-info-of.ts'
import { preferencesOf } from './preferences-of.ts'

/** The one id of what there is only one of. */
const ONLY = '1'

/** Changes settings, and what the API tells of them; `told` are the preferences they were told by, if they were. */
export function changeSettings(draft: Draft, changes: Partial<CompanySettings>, told?: Members): Entity {
  const settings = { ...draft.settings, ...changes }
  draft.setSettings(settings)
  const info = draft.get('CompanyInfo', ONLY)
  if (info !== undefined && ('companyName' in changes || 'language' in changes)) {
    draft.change('CompanyInfo', ONLY, { ...info, ...companyInfoOf(settings) }, 'own')
  }
  const preferences = mergeMembers(told ?? draft.get('Preferences', ONLY) ?? {}, preferencesOf(settings))
  return draft.change('Preferences', ONLY, preferences, 'asked')
}
