import type { ActionStep } from '../../domain/advance-action.ts'
import type { HeldAction } from '../held-action.ts'
import type { Work } from '../work.ts'
import { askHost } from './ask-host.ts'
import { confirm } from './confirm.ts'
import { linkTo } from './link-to.ts'
import { prepare } from './prepare.ts'
import { resumeTry } from './resume-try.ts'
import { sendTry } from './send-try.ts'

/** Tries once more to bring a record into the books; answers what becomes of the action. */
export async function resync(held: HeldAction, work: Work): Promise<ActionStep> {
  const { issue, action } = held
  const { firmId } = issue
  const last = action.tries.at(-1)
  if (last?.outcome === 'succeeded') return confirm(held, work, action.quickbooksId)
  if (issue.status === 'resolved' && action.waitingFor === 'host') {
    const { quickbooksId } = issue
    return { step: 'succeed', outcome: 'created', quickbooksId, reason: null }
  }
  if (issue.status !== 'open') return { step: 'cancel', reason: `already-${issue.status}` }
  if (last === undefined && (await work.isCalledOff(action))) return { step: 'cancel', reason: 'cancelled' }
  const books = await work.quickBooksOf(firmId)
  if (last !== undefined && last.endedAt === null) return resumeTry(held, work, books, last)
  if (action.link !== null) return linkTo(held, work, books, action.link)
  if (await work.hostPushes(firmId)) return askHost(held, work)
  const prepared = await prepare(held, work, books)
  return 'step' in prepared ? prepared : sendTry(held, work, books, prepared)
}
