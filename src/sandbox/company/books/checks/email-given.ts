import { groupOf } from '../read/group-of.ts'
import { isSaving } from '../read/is-saving.ts'
import { textOf } from '../read/text-of.ts'
import type { Check } from './check.ts'

/** What is to be sent by e-mail says where to. */
export const emailGiven: Check = (proposal) =>
  isSaving(proposal) &&
  proposal.after['EmailStatus'] === 'NeedToSend' &&
  textOf(groupOf(proposal.after, 'BillEmail') ?? {}, 'Address') === undefined
    ? { name: 'email-required' }
    : undefined
