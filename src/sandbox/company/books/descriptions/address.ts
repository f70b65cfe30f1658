import type { Field } from './field.ts'

const line: Field = { kind: 'text', max: 500 }
const place: Field = { kind: 'text', max: 255 }

export const address: Field = {
  kind: 'group',
  of: {
    class: 'PhysicalAddress',
    members: {
      Id: { kind: 'own' },
      Line1: line,
      Line2: line,
      Line3: line,
      Line4: line,
      Line5: line,
      City: place,
      Country: place,
      CountryCode: place,
      County: place,
      CountrySubDivisionCode: place,
      PostalCode: { kind: 'text', max: 30 },
      PostalCodeSuffix: { kind: 'kept' },
      Lat: { kind: 'kept' },
      Long: { kind: 'kept' },
      Tag: { kind: 'kept' },
      Note: { kind: 'kept' },
    },
  },
}
