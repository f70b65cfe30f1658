import type { Proposal } from '../proposal.ts'

/** Whether something is created or changed, rather than deleted or voided. */
export function isSaving({ operation }: Pick<Proposal, 'operation'>): boolean {
  return operation === 'create' || operation === 'update'
}
