import type { HistoryEntry } from '../../domain/history-entry.ts'
import type { Advice } from '../../domain/advice-on.ts'
import type { Issue } from '../../domain/issue.ts'
import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { Unread } from '../../evidence/unread.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
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
  readonly mayAct: boolean
  /** What the facts that were read say. */
  readonly advice: Advice
  readonly mayLook: boolean
  readonly unread: Unread['unread'] | undefined
  readonly done: Done | undefined
}

/** `/firms/{firmId}/issues/{issueId}`: one record's problem, what can be done, and the guide with its own values. */
export function IssuePage({
  issue,
  diagnosis,
  told,
  ticket,
  history,
  titleOf,
  nameOf,
  mayAct,
  advice,
  mayLook,
  unread,
  done,
  ...page
}: Props) {
  const { say, href, base } = page
  // Assistive technology reads the title first: what was done belongs there.
  const title = done === undefined ? issue.record.label : doneSentence(say, done)
  return (
    <Layout {...page} title={title} path={`${base}/${issue.id}`}>
      <p class="crumb">
        <a href={href(base)}>← {say('inbox.title')}</a>
      </p>
      <DoneMessage {...page} done={done} undo={false} />
      <IssueHead {...page} issue={issue} />
      <div class="columns level">
        <Verdict {...page} diagnosis={diagnosis} told={told} ticket={ticket} />
        <DecisionCard {...page} issue={issue} mayAct={mayAct} />
      </div>
      <div class="columns">
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
