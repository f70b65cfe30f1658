import type { ConnectionView } from '../../quickbooks/connection/connections.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { Layout } from '../layout/layout.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { ConnectionFacts } from './connection-facts.tsx'

interface Props extends IssueContext {
  /** Undefined: the firm was never connected. */
  readonly view: ConnectionView | undefined
  readonly may: 'connect' | 'read' | 'not-set-up'
  readonly nameOf: (memberId: string) => string | undefined
  /** Whether the firm was just disconnected. */
  readonly done: boolean
}

/** From here on, people are told that the connection ends. */
const SOON = 30

/** `/firms/{firmId}/quickbooks`: how the firm is connected to its books, and what its owner can do about it. */
export function ConnectionPage({ view, may, nameOf, done, ...page }: Props) {
  const { say, connection, moment } = page
  const title = done ? say('connection.done.disconnect') : say('connection.title')
  return (
    <Layout {...page} title={title} path={connection}>
      {done && (
        <div class="done" role="status">
          <p>{say('connection.done.disconnect')}</p>
        </div>
      )}
      {/* What changes is told here, since what is replaced as a whole is not announced everywhere. */}
      <p class="hidden" role="status" data-said />
      <div id="connection" data-live>
        <div class="intro head">
          <h1>{say('connection.title')}</h1>
          {view === undefined ? (
            <p class="lead">{say('connection.never')}</p>
          ) : (
            <ConnectionFacts {...page} view={view} nameOf={nameOf} />
          )}
        </div>
        {view !== undefined && advice(view).length > 0 && (
          <section class="card decide" aria-labelledby="advice">
            <h2 id="advice">{say('connection.advice')}</h2>
            <ul>
              {advice(view).map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </section>
        )}
        <ConnectionCard {...page} view={view} may={may} />
      </div>
    </Layout>
  )

  /** What somebody should know of this connection. */
  function advice({ status, daysLeft, hardDaysLeft, formerRealmId, ...rest }: ConnectionView) {
    const isConnected = status === 'connected'
    return [
      ...(status === 'reconnect-needed' ? [say('connection.cut.detail')] : []),
      ...(isConnected && daysLeft < SOON ? [say('connection.advice.unused', { count: daysLeft })] : []),
      ...(isConnected && hardDaysLeft !== null && hardDaysLeft < SOON
        ? [say('connection.advice.fiveYears', { count: hardDaysLeft })]
        : []),
      ...(rest.readsBlockedUntil === null
        ? []
        : [say('connection.advice.reads', { at: moment(rest.readsBlockedUntil) })]),
      ...(formerRealmId === null
        ? []
        : [say('connection.advice.otherCompany', { at: moment(rest.realmSince) })]),
    ]
  }
}
