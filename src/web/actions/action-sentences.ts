import type { Action } from '../../domain/action.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { waitingSentence } from './waiting-sentence.ts'

type Words = Pick<IssueContext, 'say' | 'moment'>

/** How an action stands, why, and what comes next. `labelOf` names a record that is waited for. */
export function actionSentences(
  action: Action,
  { say, moment }: Words,
  labelOf: (record: string) => string,
): readonly string[] {
  const { state, waitingFor, dueAt, outcome, reason } = action
  const why = reason === null ? [] : [say(`reason.${reason}`)]
  switch (state) {
    case 'queued':
    case 'running':
      return [say(`progress.${state}`)]
    case 'waiting':
      return [
        ...(waitingFor === null ? [] : [waitingSentence(waitingFor, say, labelOf)]),
        ...(dueAt === null ? [] : [say('progress.waiting.until', { at: moment(dueAt) })]),
      ]
    case 'succeeded':
      return [say(outcome === null ? 'progress.done' : `progress.${outcome}`), ...why]
    case 'refused':
      return reason === null ? [say('progress.refused.again')] : why
    case 'unknown':
    case 'cancelled':
      return why
  }
}
