import type { Preview } from '../../actions/preview/preview.ts'
import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from '../issues/issue-context.ts'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly preview: Preview
  readonly company: string | null
}

/** What would be written: of what, to which books, which accounts and which period, and how old that knowledge is. */
export function WrittenFacts({ issue, preview, company, say, money, moment, day }: Props) {
  const { record } = issue
  const { written, payload, accounts, closedUntil } = preview
  const amount = written?.money ?? record.money
  const date = written?.date ?? record.date
  const period =
    closedUntil === undefined
      ? say('confirm.period.unread')
      : closedUntil !== null && date !== null && date <= closedUntil
        ? say('confirm.period.closed', { date: day(closedUntil) })
        : say('confirm.period.open')
  const facts = [
    [say('confirm.kind'), say(`recordType.${record.type}`)],
    [say('confirm.record'), record.label],
    [say('confirm.number'), written?.number ?? undefined],
    [say('issue.client'), written?.customer ?? (record.type === 'client' ? undefined : record.client?.name)],
    [say('inbox.column.amount'), amount === null ? undefined : money(amount)],
    [say('confirm.date'), date === null ? undefined : day(date)],
    [say('confirm.company'), company ?? say('confirm.company.unknown')],
    [
      say('confirm.accounts'),
      accounts !== undefined && accounts.length > 0 ? accounts.join(', ') : undefined,
    ],
    [say('confirm.period'), date === null ? undefined : period],
    [
      say('confirm.source'),
      payload === null ? undefined : say(`confirm.source.${payload.source}`, { at: moment(payload.at) }),
    ],
  ] as const
  return (
    <dl class="facts">
      {facts.map(
        ([term, value]) =>
          value !== undefined && (
            <div>
              <dt>{term}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
