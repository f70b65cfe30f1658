import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { adviceSentence } from './advice-sentence.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import { NotPossible } from './not-possible.tsx'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly deletion: AllowedAction
  /** Whether the host does it when asked. */
  readonly hasHost: boolean
  readonly isNeeded: boolean
  readonly mistake: string | undefined
  readonly formId: string
}

/** `…/issues/{issueId}/delete`: what deleting a service means, and its name to be typed. */
export function DeletePage({ issue, deletion, hasHost, isNeeded, mistake, formId, ...page }: Props) {
  const { say } = page
  if (!deletion.allowed) {
    return (
      <ConfirmPage {...page} issue={issue} kind="delete" path="delete">
        <NotPossible say={say} reason={deletion.reason ?? 'not-for-this-error'} />
      </ConfirmPage>
    )
  }
  return (
    <ConfirmPage {...page} issue={issue} kind="delete" path="delete" mistake={mistake}>
      <section class="card" aria-labelledby="what">
        <h2 id="what">{say('confirm.what')}</h2>
        <p>{say('delete.means')}</p>
        {!hasHost && <p>{say('delete.noHost')}</p>}
        {isNeeded && <p class="mistake">{say('delete.needed')}</p>}
        <p>{say('delete.after')}</p>
        <p>{adviceSentence(deletion, say)}</p>
      </section>
      <ConfirmForm {...page} issueId={issue.id} kind="delete" formId={formId}>
        <div class="field card">
          <label for="name" dir="auto">
            {say('delete.name', { label: issue.record.label })}
          </label>
          {mistake !== undefined && (
            <p class="mistake" id="name-mistake">
              {mistake}
            </p>
          )}
          <input
            id="name"
            name="name"
            type="text"
            autocomplete="off"
            required
            aria-invalid={mistake !== undefined}
            aria-describedby={mistake === undefined ? undefined : 'name-mistake'}
          />
        </div>
      </ConfirmForm>
    </ConfirmPage>
  )
}
