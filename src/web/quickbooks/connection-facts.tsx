import type { ConnectionView } from '../../quickbooks/connection/connections.ts'
import type { IssueContext } from '../issues/issue-context.ts'

interface Props extends IssueContext {
  readonly view: ConnectionView
  /** The name of a member; undefined if it is gone. */
  readonly nameOf: (memberId: string) => string | undefined
}

/** How the connection stands, how long it lasts, and how much it was used. */
export function ConnectionFacts({ view, nameOf, say, moment }: Props) {
  const { status, companyName, realmId, connectedBy, ended, lastSuccessAt } = view
  const who = ({ type, id }: ConnectionView['connectedBy']) =>
    type === 'member' ? (nameOf(id) ?? id) : say(`history.actor.${type}`)
  const by = (at: string, actor: ConnectionView['connectedBy']) =>
    say('connection.by', { at: moment(at), actor: who(actor) })
  const facts = [
    [say('connection.company'), companyName ?? say('connection.company.number', { number: realmId })],
    [say('connection.since'), by(view.connectedAt, connectedBy)],
    [say('connection.ended'), ended === null ? undefined : by(ended.at, ended.by)],
    ...(status === 'connected'
      ? ([
          [say('connection.daysLeft'), say('connection.days', { count: view.daysLeft })],
          [
            say('connection.hardDaysLeft'),
            view.hardDaysLeft === null ? undefined : say('connection.days', { count: view.hardDaysLeft }),
          ],
        ] as const)
      : []),
    [
      say('connection.lastSuccess'),
      lastSuccessAt === null ? (
        say('connection.lastSuccess.never')
      ) : (
        <time dateTime={lastSuccessAt}>{moment(lastSuccessAt)}</time>
      ),
    ],
    [say('connection.reads'), String(view.readsThisMonth)],
  ] as const
  return (
    <dl class="facts">
      <div>
        <dt>{say('issue.status')}</dt>
        <dd data-say>
          <span class={`pill ${status === 'reconnect-needed' ? 'open' : status}`}>
            {say(`connection.status.${status}`)}
          </span>
        </dd>
      </div>
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
