import type { CompanySettings } from '../books.ts'
import type { Members } from '../read/members.ts'

/** The settings where the API's CompanyInfo tells them. */
export function companyInfoOf({ companyName, language }: CompanySettings): Members {
  return {
    CompanyName: companyName,
    LegalName: companyName,
    Country: language === 'fr' ? 'CA' : 'US',
    SupportedLanguages: language === 'fr' ? 'fr' : 'en',
  }
}
