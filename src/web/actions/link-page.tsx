import type { LookedUp } from '../../actions/preview/create-look-up-entry.ts'
import type { AllowedAction } from '../../domain/allowed-actions.ts'
import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { ConfirmPage } from './confirm-page.tsx'
import { FoundEntry } from './found-entry.tsx'
import { NotPossible } from './not-possible.tsx'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly resync: AllowedAction
  /** As somebody typed it, or as the facts say. */
  readonly quickbooksId: string
  readonly mistake: string | undefined
  /** Undefined: nothing was looked up yet. */
  readonly found: LookedUp | undefined
  readonly company: string | null
  readonly formId: string
}

/** `…/issues/{issueId}/link`: which entry of the books the record is; it is looked up, compared, and then linked. */
export function LinkPage(props: Props) {
  const { issue, resync, quickbooksId, mistake, found, company, formId, ...page } = props
  const { say, base, language } = page
  return (
    <ConfirmPage {...page} issue={issue} kind="link" path="link" mistake={mistake}>
      {resync.allowed ? (
        <>
          <form class="card which" method="get" action={`${base}/${issue.id}/link`}>
            <input type="hidden" name="lang" value={language} />
            <div class="field">
              <label for="quickbooksId">{say('link.id')}</label>
              <p class="hint" id="id-hint">
                {say('link.id.hint')}
              </p>
              {mistake !== undefined && (
                <p class="mistake" id="id-mistake">
                  {mistake}
                </p>
              )}
              <input
                id="quickbooksId"
                name="quickbooksId"
                type="text"
                inputMode="numeric"
                maxLength={20}
                value={quickbooksId}
                required
                aria-invalid={mistake !== undefined}
                aria-describedby={mistake === undefined ? 'id-hint' : 'id-hint id-mistake'}
              />
            </div>
            <button>{say('link.look')}</button>
          </form>
          {found !== undefined && (
            <FoundEntry {...page} issue={issue} id={quickbooksId} found={found} company={company}>
              <ConfirmForm {...page} issueId={issue.id} kind="link" formId={formId}>
                <input type="hidden" name="quickbooksId" value={quickbooksId} />
              </ConfirmForm>
            </FoundEntry>
          )}
        </>
      ) : (
        <NotPossible say={say} reason={resync.reason ?? 'under-way'} />
      )}
    </ConfirmPage>
  )
}
