import type { Field } from './field.ts'

const phone: Field = {
  kind: 'group',
  of: {
    class: 'TelephoneNumber',
    members: {
      FreeFormNumber: { kind: 'text', max: 30 },
      Id: { kind: 'own' },
      DeviceType: { kind: 'kept' },
      CountryCode: { kind: 'kept' },
      AreaCode: { kind: 'kept' },
      ExchangeCode: { kind: 'kept' },
      Extension: { kind: 'kept' },
      Default: { kind: 'kept' },
      Tag: { kind: 'kept' },
    },
  },
}

/** How somebody can be reached. */
export const contactFields = {
  phone,
  email: {
    kind: 'group',
    of: {
      class: 'EmailAddress',
      members: {
        Address: { kind: 'text', max: 100, is: 'email' },
        Id: { kind: 'own' },
        Default: { kind: 'kept' },
        Tag: { kind: 'kept' },
      },
    },
  },
  webAddress: {
    kind: 'group',
    of: {
      class: 'WebSiteAddress',
      members: {
        URI: { kind: 'text', max: 1000, is: 'web-address' },
        Id: { kind: 'own' },
        Default: { kind: 'kept' },
        Tag: { kind: 'kept' },
      },
    },
  },
} as const satisfies Readonly<Record<string, Field>>
