import type { ComponentChildren } from 'preact'
import type { LookedUp } from '../../actions/preview/create-look-up-entry.ts'
import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from '../issues/issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly id: string
  readonly found: LookedUp
  readonly company: string | null
  /** What can be done once it is found. */
  readonly children: ComponentChildren
}

/** What the books have under an id, beside the record, so that nobody links the wrong one. */
export function FoundEntry({ issue, id, found, company, children, say, money, day }: Props) {
  if (found.outcome !== 'found') {
    return (
      <section class="card" role="status">
        <p>{say(found.outcome === 'none' ? 'link.none' : 'link.unread', { id })}</p>
      </section>
    )
  }
  const { record } = issue
  const rows = [
    [
      say('link.name'),
      record.type === 'client' || record.type === 'service' ? record.label : null,
      found.name,
    ],
    [say('confirm.number'), null, found.number],
    [say('issue.client'), record.type === 'client' ? null : (record.client?.name ?? null), found.client],
    [say('inbox.column.amount'), record.money && money(record.money), found.money && money(found.money)],
    [say('confirm.date'), record.date && day(record.date), found.date && day(found.date)],
  ] as const
  return (
    <section class="card" aria-labelledby="found">
      <h2 id="found">{say('link.found', { id })}</h2>
      <p>{say('link.compare', { label: record.label })}</p>
      <table class="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('confirm.record')}</th>
            <th scope="col">{company ?? say('confirm.company')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ([term, ours, theirs]) =>
              (ours !== null || theirs !== null) && (
                <tr>
                  <th scope="row">{term}</th>
                  <td dir="auto">{ours ?? '–'}</td>
                  <td dir="auto">{theirs ?? '–'}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      {!found.isActive && <p>{say('link.inactive')}</p>}
      {children}
    </section>
  )
}
