import type { Firm } from '../../domain/firm.ts'
import { type Language, languages } from '../../domain/language.ts'
import type { Member } from '../../domain/member.ts'

/** The language somebody is mailed in: their own, else that of the firm's locale. */
export function languageOfMails(
  { language }: Pick<Member, 'language'>,
  { locale }: Pick<Firm, 'locale'>,
): Language {
  return language ?? languages.find((one) => locale.split('-')[0] === one) ?? 'en'
}
