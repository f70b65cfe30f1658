import { address } from './address.ts'
import { commonMembers } from './common-members.ts'
import { contactFields } from './contact-fields.ts'
import type { Field } from './field.ts'

const part: Field = { kind: 'text', max: 100, is: 'name' }
const short: Field = { kind: 'text', max: 16, is: 'name' }

/** What customers, vendors and employees have in common. */
export const personMembers = {
  ...commonMembers,
  Title: short,
  GivenName: part,
  MiddleName: part,
  FamilyName: part,
  Suffix: short,
  DisplayName: { kind: 'text', max: 500, is: 'name' },
  FullyQualifiedName: { kind: 'own' },
  CompanyName: { kind: 'text', max: 100 },
  PrintOnCheckName: { kind: 'text', max: 110 },
  Active: { kind: 'boolean' },
  PrimaryPhone: contactFields.phone,
  AlternatePhone: contactFields.phone,
  Mobile: contactFields.phone,
  Fax: contactFields.phone,
  PrimaryEmailAddr: contactFields.email,
  WebAddr: contactFields.webAddress,
  OtherContactInfo: { kind: 'kept' },
  OtherAddr: { kind: 'kept' },
  BillAddr: address,
  ShipAddr: address,
  PrimaryAddr: address,
  Notes: { kind: 'text', max: 2000 },
  AcctNum: { kind: 'text', max: 100 },
  Organization: { kind: 'kept' },
  V4IDPseudonym: { kind: 'own' },
  IntuitId: { kind: 'kept' },
  UserId: { kind: 'kept' },
} as const satisfies Readonly<Record<string, Field>>
