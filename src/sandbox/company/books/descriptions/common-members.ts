import type { Field } from './field.ts'

/** What every entity has. */
export const commonMembers = {
  Id: { kind: 'text' },
  SyncToken: { kind: 'text' },
  sparse: { kind: 'boolean' },
  domain: { kind: 'own' },
  status: { kind: 'own' },
  MetaData: { kind: 'own' },
  CustomField: { kind: 'kept' },
  AttachableRef: { kind: 'kept' },
} as const satisfies Readonly<Record<string, Field>>
