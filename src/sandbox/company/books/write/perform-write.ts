import type { BooksWrite } from '../books.ts'
import { businessChecks } from '../checks/business-checks.ts'
import { missingParameters } from '../checks/missing-parameters.ts'
import { numberFree } from '../checks/number-free.ts'
import type { Description } from '../descriptions/description.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import { followUp } from '../effects/follow-up.ts'
import type { Entity } from '../entity.ts'
import type { Fault } from '../faults/fault.ts'
import { faultTexts } from '../faults/fault-texts.ts'
import { parseMembers } from '../parse/parse-members.ts'
import type { Proposal } from '../proposal.ts'
import { isMembers } from '../read/is-members.ts'
import type { Members } from '../read/members.ts'
import { mergeMembers } from '../read/merge-members.ts'
import { changeSettings } from '../settings/change-settings.ts'
import { settingsOf } from '../settings/settings-of.ts'
import { identify } from './identify.ts'
import { proposedMembers } from './proposed-members.ts'
import { saveEntity } from './save-entity.ts'
import { voidedMembers } from './voided-members.ts'

export type Performed = { readonly entity: Entity } | { readonly faults: readonly Fault[] }

/**
 * Does in a draft what was asked for, or tells why not. QuickBooks first reads the request as a whole, and then stops at
 * the first thing it cannot read; what breaks its specification it tells all at once; of its own rules, the first broken.
 */
export function performWrite(draft: Draft, write: BooksWrite): Performed {
  const description = descriptions[write.entity]
  if (draft.settings.subscription === 'ended') return refused({ name: 'subscription-ended' })
  if (!isSupported(description, write.operation)) {
    return refused({ name: 'unsupported-operation', values: { operation: write.operation.toUpperCase() } })
  }
  if (!isMembers(write.body)) return refused({ name: 'unreadable-body' })
  const { value: sent, faults } = parseMembers(description.fields, write.body)
  const unreadable = faults.find(({ name }) => faultTexts[name].code === '2010')
  if (unreadable !== undefined) return refused(unreadable)
  if (write.operation === 'create') {
    return save(draft, write, { description, before: undefined, sent, faults })
  }
  const found = identify(description, sent, draft)
  if ('fault' in found) return refused(found.fault)
  const { entity: before } = found
  switch (write.operation) {
    case 'update':
      return save(draft, write, { description, before, sent, faults })
    case 'void':
      return check(
        draft,
        { ...proposalOf(write, description), before, after: voidedMembers(before) },
        (proposal) => saveEntity(draft, proposal, 'asked'),
      )
    case 'delete':
      return check(draft, { ...proposalOf(write, description), before, after: before }, () => {
        draft.remove(description.name, before.Id, 'asked')
        followUp(draft, { name: description.name, id: before.Id, before, after: undefined, cause: 'asked' })
        return before
      })
  }
}

interface Save {
  readonly description: Description
  readonly before: Entity | undefined
  readonly sent: Members
  readonly faults: readonly Fault[]
}

function save(draft: Draft, write: BooksWrite, { description, before, sent, faults }: Save): Performed {
  if (description.name === 'Preferences' && before !== undefined) {
    const told = mergeMembers(before, sent)
    return { entity: changeSettings(draft, settingsOf(told, draft.settings), told) }
  }
  const after = proposedMembers(description, before, sent)
  const proposal: Proposal = { ...proposalOf(write, description), before, after }
  const known = new Set(faults.map(({ element }) => element))
  const broken = [
    ...faults,
    ...missingParameters(description, after).filter(({ element }) => !known.has(element)),
    ...[numberFree(proposal, draft)].flatMap((fault) => fault ?? []),
  ]
  return broken.length > 0
    ? { faults: broken }
    : check(draft, proposal, (checked) => saveEntity(draft, checked, 'asked'))
}

function check(draft: Draft, proposal: Proposal, act: (proposal: Proposal) => Entity): Performed {
  for (const rule of businessChecks) {
    const fault = rule(proposal, draft)
    if (fault !== undefined) return refused(fault)
  }
  return { entity: act(proposal) }
}

function proposalOf({ operation, allowDuplicateDocNumber = false }: BooksWrite, description: Description) {
  return { description, operation, allowDuplicateDocNumber }
}

function isSupported({ kind, voidable }: Description, operation: BooksWrite['operation']): boolean {
  switch (operation) {
    case 'create':
      return kind !== 'company'
    case 'update':
      return true
    case 'delete':
      return kind === 'transaction'
    case 'void':
      return voidable === true
  }
}

function refused(fault: Fault): { readonly faults: readonly Fault[] } {
  return { faults: [fault] }
}
