import type { Description } from './description.ts'
import { personMembers } from './person-members.ts'

export const employee: Description = {
  name: 'Employee',
  kind: 'list',
  idSpace: 'names',
  nameMember: 'DisplayName',
  required: [],
  fields: {
    class: 'Employee',
    members: {
      ...personMembers,
      SSN: { kind: 'kept' },
      EmployeeNumber: { kind: 'text', max: 100 },
      BillableTime: { kind: 'boolean' },
      BillRate: { kind: 'number' },
      CostRate: { kind: 'number' },
      HiredDate: { kind: 'date' },
      ReleasedDate: { kind: 'date' },
      BirthDate: { kind: 'date' },
      Gender: { kind: 'choice', values: ['Male', 'Female'] },
      EmployeeType: { kind: 'kept' },
      UseTimeEntry: { kind: 'kept' },
    },
  },
}
