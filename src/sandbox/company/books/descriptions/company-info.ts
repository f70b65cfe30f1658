import { address } from './address.ts'
import { commonMembers } from './common-members.ts'
import { contactFields } from './contact-fields.ts'
import type { Description } from './description.ts'

export const companyInfo: Description = {
  name: 'CompanyInfo',
  kind: 'company',
  idSpace: 'company',
  required: ['CompanyName'],
  fields: {
    class: 'CompanyInfo',
    members: {
      ...commonMembers,
      CompanyName: { kind: 'text', max: 1024 },
      LegalName: { kind: 'text', max: 1024 },
      CompanyAddr: address,
      CustomerCommunicationAddr: address,
      LegalAddr: address,
      CompanyEmailAddr: { kind: 'kept' },
      CustomerCommunicationEmailAddr: contactFields.email,
      Email: contactFields.email,
      PrimaryPhone: contactFields.phone,
      WebAddr: contactFields.webAddress,
      CompanyStartDate: { kind: 'kept' },
      FiscalYearStartMonth: { kind: 'kept' },
      Country: { kind: 'kept' },
      SupportedLanguages: { kind: 'kept' },
      DefaultTimeZone: { kind: 'kept' },
      EmployerId: { kind: 'kept' },
      NameValue: { kind: 'kept' },
    },
  },
}
