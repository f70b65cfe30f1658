import type { EvidenceKind } from './evidence-fields.ts'

/** What articles call a kind of fact: `number-holder` is `numberHolder`. */
export function evidenceName(kind: EvidenceKind): string {
  return kind.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}
