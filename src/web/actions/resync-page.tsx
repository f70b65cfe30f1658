import type { Dependents } from '../../actions/preview/create-count-dependents.ts'
import type { Preview } from '../../actions/preview/preview.ts'
import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Unread } from '../../evidence/unread.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { adviceSentence } from './advice-sentence.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import { NotPossible } from './not-possible.tsx'
import { outlookSentences } from './outlook-sentences.ts'
import { ReadLine } from './read-line.tsx'
import { unchecked } from './unchecked.ts'
import { WrittenFacts } from './written-facts.tsx'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly resync: AllowedAction
  readonly preview: Preview
  readonly dependents: Dependents
  readonly company: string | null
  /** Why the books could not be read just now. */
  readonly unread: Unread['unread'] | undefined
  readonly formId: string
  readonly labelOf: (record: string) => string
}

/** `…/issues/{issueId}/resync`: what a resync would do, whether that helps, and what nobody has checked. */
export function ResyncPage(props: Props) {
  const { issue, resync, preview, dependents, company, unread, formId, labelOf, ...page } = props
  const { say } = page
  const { count, isLowerBound } = dependents
  return (
    <ConfirmPage {...page} issue={issue} kind="resync" path="resync">
      {resync.allowed ? (
        <>
          <section class="card" aria-labelledby="what">
            <h2 id="what">{say('confirm.what')}</h2>
            {outlookSentences(preview, say, labelOf).map((sentence) => (
              <p>{sentence}</p>
            ))}
            <WrittenFacts {...page} issue={issue} preview={preview} company={company} />
            <p>{say(isLowerBound ? 'confirm.dependents.more' : 'confirm.dependents', { count })}</p>
          </section>
          <div class="columns">
            <section class="card" aria-labelledby="advice">
              <h2 id="advice">{say('confirm.advice')}</h2>
              {unread !== undefined && <p>{say(`cause.unread.${unread}`)}</p>}
              <p>{adviceSentence(resync, say)}</p>
              <ReadLine {...page} evidence={issue.evidence} />
              {resync.link !== null && <p>{say('cause.already-in-books')}</p>}
            </section>
            <section class="card" aria-labelledby="unchecked">
              <h2 id="unchecked">{say('confirm.unchecked')}</h2>
              <ul>
                {unchecked(issue.record, preview).map((key) => (
                  <li>{say(key)}</li>
                ))}
              </ul>
            </section>
          </div>
          <ConfirmForm {...page} issueId={issue.id} kind="resync" formId={formId} />
        </>
      ) : (
        <NotPossible say={say} reason={resync.reason ?? 'under-way'} />
      )}
    </ConfirmPage>
  )
}
