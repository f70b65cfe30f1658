import type { ActionStep } from '../domain/advance-action.ts'
import { deleteService } from './delete-service.ts'
import type { HeldAction } from './held-action.ts'
import { LeaseLost } from './lease-lost.ts'
import { putOff } from './put-off.ts'
import { refuse } from './refuse.ts'
import { resync } from './resync/resync.ts'
import type { Work } from './work.ts'

interface Needs extends Work {
  readonly onBug: (error: unknown, actionId: string) => void
}

/** A bug is met again each time; after so many times the action is given up. */
const MOST_BUGS = 5

/** Performs a claimed action as far as it comes now, and stores where that is. Rejects with LeaseLost where it is another's. */
export async function perform(held: HeldAction, work: Needs): Promise<void> {
  let step: ActionStep
  try {
    step = await performed(held, work)
  } catch (error) {
    if (error instanceof LeaseLost) throw error
    const { action } = held
    work.onBug(error, action.id)
    const isHopeless = action.waitingFor === 'outcome' && action.delays >= MOST_BUGS
    const isOpen = action.tries.at(-1)?.endedAt === null
    step = !isHopeless
      ? putOff(action, 'outcome', work)
      : isOpen
        ? { step: 'leave-unknown' }
        : refuse('internal-error')
  }
  await held.advance(step)
  const { firmId, record } = held.issue
  // Now that it is in the books, whatever depends on it can be sent.
  if (step.step === 'succeed') await work.hurry(firmId, `${record.type}/${record.id}`)
}

async function performed(held: HeldAction, work: Work): Promise<ActionStep> {
  switch (held.action.kind) {
    case 'resync':
      return resync(held, work)
    case 'delete':
      return deleteService(held, work)
    case 'skip':
    case 'reopen':
      throw new Error('This is done at once, and is never due.')
  }
}
