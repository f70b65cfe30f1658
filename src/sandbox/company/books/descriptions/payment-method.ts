import { commonMembers } from './common-members.ts'
import type { Description } from './description.ts'

export const paymentMethod: Description = {
  name: 'PaymentMethod',
  kind: 'list',
  idSpace: 'methods',
  nameMember: 'Name',
  required: ['Name'],
  fields: {
    class: 'PaymentMethod',
    members: {
      ...commonMembers,
      Name: { kind: 'text', max: 31, is: 'name' },
      Active: { kind: 'boolean' },
      Type: { kind: 'choice', values: ['CREDIT_CARD', 'NON_CREDIT_CARD'] },
    },
  },
}
