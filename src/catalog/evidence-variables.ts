import { type EvidenceField, type EvidenceKind, evidenceFields } from '../domain/evidence-fields.ts'
import { evidenceName } from '../domain/evidence-name.ts'

/** A variable that facts of these kinds bring. */
export interface EvidenceVariable {
  /** Whether it can be written out; the others can only be asked about. */
  readonly isWritten: boolean
  /** It may be absent outside of an `{{#if}}` about one of these. */
  readonly guards: readonly string[]
}

/** What an article whose item needs these kinds of facts may use, by name. */
export function evidenceVariables(kinds: readonly EvidenceKind[]): ReadonlyMap<string, EvidenceVariable> {
  const known = kinds.filter((kind) => Object.hasOwn(evidenceFields, kind))
  return new Map(
    known.flatMap((kind) => {
      const fields: Readonly<Record<string, EvidenceField>> = evidenceFields[kind]
      const root = evidenceName(kind)
      const all = [root, ...Object.keys(fields).map((field) => `${root}.${field}`)]
      return [
        [root, { isWritten: false, guards: [] }] as const,
        ...Object.entries(fields).map(([field, { type, when }]) => {
          const guards = when === undefined ? all : [`${root}.${when}`, `${root}.${field}`]
          return [`${root}.${field}`, { isWritten: type !== 'flag', guards: [...new Set(guards)] }] as const
        }),
      ]
    }),
  )
}
