import { commonMembers } from './common-members.ts'
import type { Description } from './description.ts'

export const term: Description = {
  name: 'Term',
  kind: 'list',
  idSpace: 'terms',
  nameMember: 'Name',
  required: ['Name'],
  fields: {
    class: 'Term',
    members: {
      ...commonMembers,
      Name: { kind: 'text', max: 31, is: 'name' },
      Active: { kind: 'boolean' },
      Type: { kind: 'own' },
      DueDays: { kind: 'number' },
      DiscountDays: { kind: 'number' },
      DiscountPercent: { kind: 'number' },
      DayOfMonthDue: { kind: 'number' },
      DueNextMonthDays: { kind: 'number' },
      DiscountDayOfMonth: { kind: 'number' },
    },
  },
}
