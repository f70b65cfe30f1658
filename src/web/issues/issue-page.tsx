import type { HistoryEntry } from '../../domain/history-entry.ts'
import type { Issue } from '../../domain/issue.ts'
import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
import { Answer } from '../diagnose/answer.tsx'
import { Layout } from '../layout/layout.tsx'
import { DecisionForm } from './decision-form.tsx'
import { HistoryList } from './history-list.tsx'
import type { IssueContext } from './issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly diagnosis: ExplainedDiagnosis
  readonly told: ToldDiagnosis
  readonly ticket: string
  readonly history: readonly HistoryEntry[]
  readonly titleOf: (item: string) => string
  readonly nameOf: (memberId: string) => string | undefined
  readonly mayAct: boolean
}

/** `/firms/{firmId}/issues/{issueId}`: one record's problem, the guide with its own values, and what can be done. */
export function IssuePage({
  issue,
  diagnosis,
  told,
  ticket,
  history,
  titleOf,
  nameOf,
  mayAct,
  ...page
}: Props) {
  const { say, href, base, money, moment } = page
  const { record, status, occurrences, firstSeenAt, lastSeenAt, error } = issue
  const kind = status === 'open' ? 'skip' : status === 'skipped' ? 'reopen' : undefined
  const facts = [
    [say('issue.status'), say(`issue.status.${status}`)],
    [say('issue.client'), record.client?.name],
    [say('inbox.column.amount'), record.money === null ? undefined : money(record.money)],
    [say('issue.firstSeen'), moment(firstSeenAt)],
    [say('inbox.column.seen'), moment(lastSeenAt)],
    [say('issue.occurrences'), String(occurrences)],
  ] as const
  return (
    <Layout {...page} title={record.label} path={`${base}/${issue.id}`}>
      <p class="crumb">
        <a href={href(base)}>← {say('inbox.title')}</a>
      </p>
      <div class="intro">
        <p class="eyebrow">{say(`recordType.${record.type}`)}</p>
        <h1>{record.url === null ? record.label : <a href={record.url}>{record.label}</a>}</h1>
        <dl class="facts">
          {facts.map(
            ([term, value]) =>
              value !== undefined && (
                <div>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <Answer {...page} diagnosis={diagnosis} told={told} ticket={ticket} />
      <div class="columns">
        <section class="card decide" aria-labelledby="decide">
          <h2 id="decide">{say('issue.decide')}</h2>
          {kind !== undefined && mayAct ? (
            <DecisionForm {...page} issue={issue} kind={kind} back="issue" />
          ) : (
            <p>{say(mayAct ? 'issue.decide.nothing' : 'decision.notYours')}</p>
          )}
        </section>
        <section class="card raw" aria-labelledby="raw">
          <h2 id="raw">{say('issue.raw')}</h2>
          <pre class="said" dir="auto" tabIndex={0} aria-labelledby="raw">
            {error}
          </pre>
        </section>
      </div>
      <HistoryList {...page} entries={history} titleOf={titleOf} nameOf={nameOf} />
    </Layout>
  )
}
