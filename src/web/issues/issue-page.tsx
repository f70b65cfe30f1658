import type { HistoryEntry } from '../../domain/history-entry.ts'
import type { Advice } from '../../domain/advice-on.ts'
import type { Issue } from '../../domain/issue.ts'
import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { Unread } from '../../evidence/unread.ts'
import type { Role } from '../../domain/role.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
import { CurrentAction } from '../actions/current-action.tsx'
import { Evidence } from '../diagnose/evidence.tsx'
import { GuideArticle } from '../diagnose/guide-article.tsx'
import { Verdict } from '../diagnose/verdict.tsx'
import { Layout } from '../layout/layout.tsx'
import { CauseCard } from './cause-card.tsx'
import { DecisionCard } from './decision-card.tsx'
import { DoneMessage } from './done-message.tsx'
import { doneSentence } from './done-sentence.ts'
import type { Done } from './done.ts'
import { HistoryList } from './history-list.tsx'
import type { IssueContext } from './issue-context.ts'
import { IssueHead } from './issue-head.tsx'
import { RawError } from './raw-error.tsx'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly diagnosis: ExplainedDiagnosis
  readonly told: ToldDiagnosis
  readonly ticket: string
  readonly history: readonly HistoryEntry[]
  readonly titleOf: (item: string) => string
  readonly nameOf: (memberId: string) => string | undefined
  /** A record that an action waits for. */
  readonly labelOf: (record: string) => string
  readonly role: Role
  readonly now: Date
  /** What the facts that were read say. */
  readonly advice: Advice
  readonly mayLook: boolean
  readonly unread: Unread['unread'] | undefined
  readonly company: string | null
  readonly inQuickBooks: string | undefined
  readonly done: Done | undefined
}

/** `/firms/{firmId}/issues/{issueId}`: one record's problem, what can be done, and the guide with its own values. */
export function IssuePage(props: Props) {
  const { issue, diagnosis, told, ticket, history, titleOf, nameOf, labelOf, ...rest } = props
  const { role, now, advice, mayLook, unread, company, inQuickBooks, done, ...page } = rest
  const { say, href, base } = page
  const { action } = issue
  const isPerformed = action?.kind === 'resync' || action?.kind === 'delete'
  // Assistive technology reads the title first: what was done belongs there.
  const title = done === undefined ? issue.record.label : doneSentence(say, done)
  return (
    <Layout {...page} title={title} path={`${base}/${issue.id}`}>
      <p class="crumb">
        <a href={href(base)}>← {say('inbox.title')}</a>
      </p>
      <DoneMessage {...page} done={done} undo={false} />
      {/* What changes is told here, since what is replaced as a whole is not announced everywhere. */}
      <p class="hidden" role="status" data-said />
      <div id="head" data-live>
        <IssueHead {...page} issue={issue} />
      </div>
      <div id="performed" data-live>
        {isPerformed && (
          <CurrentAction
            {...page}
            action={action}
            company={company}
            inQuickBooks={inQuickBooks}
            mayAct={role !== 'staff'}
            nameOf={nameOf}
            labelOf={labelOf}
          />
        )}
      </div>
      <div class="columns level" id="about" data-live>
        <Verdict {...page} diagnosis={diagnosis} told={told} ticket={ticket} />
        <DecisionCard {...page} issue={issue} role={role} now={now} />
      </div>
      <div class="columns" id="more" data-live>
        <GuideArticle {...page} guide={diagnosis.guide} />
        <div class="side">
          <CauseCard {...page} issue={issue} advice={advice} mayLook={mayLook} unread={unread} />
          <Evidence {...page} diagnosis={diagnosis} told={told} />
          <RawError {...page} error={issue.error} />
          <HistoryList {...page} entries={history} titleOf={titleOf} nameOf={nameOf} />
        </div>
      </div>
    </Layout>
  )
}
