import { type EvidenceField, type EvidenceKind, evidenceFields } from '../../domain/evidence-fields.ts'
import type { Evidence } from '../../domain/evidence.ts'

type Fields = Readonly<Record<string, EvidenceField>>

const READ_AT = '2026-03-02T14:41:00.000Z'
const SAMPLES: Readonly<Record<Exclude<EvidenceField['type'], 'flag'>, (name: string) => unknown>> = {
  text: (name) => `(${name})`,
  money: () => '1250.00',
  date: () => '2026-03-02',
  moment: () => READ_AT,
  document: () => 'Invoice',
  list: (name) => [`(${name} 1)`, `(${name} 2)`],
}

/** Facts for trying an article: everything at once, nothing but what is always there, and each field on its own. */
export function sampleEvidence(kinds: readonly EvidenceKind[]): readonly (readonly Evidence[])[] {
  if (kinds.length === 0) return []
  const all = kinds.map((kind) => sample(kind, () => true))
  const alone = kinds.flatMap((kind) =>
    ['', ...Object.keys(evidenceFields[kind])].map((chosen) => [sample(kind, (name) => name === chosen)]),
  )
  return [all, ...alone]
}

function sample(kind: EvidenceKind, isSo: (name: string) => boolean): Evidence {
  const fields: Fields = evidenceFields[kind]
  const values = Object.entries(fields).map(([name, { type, when }]) => {
    if (type === 'flag') return [name, isSo(name)]
    if (when !== undefined && !isSo(when)) return [name, type === 'list' ? [] : null]
    return [name, SAMPLES[type](name)]
  })
  // The fields' table says which values there are.
  return {
    kind,
    values: Object.fromEntries(values) as Evidence['values'],
    source: 'quickbooks',
    readAt: READ_AT,
    cause: 'stands',
    recommends: null,
  } as Evidence
}
