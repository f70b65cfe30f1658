import type { ConnectionView } from '../../quickbooks/connection/connections.ts'
import type { IssueContext } from '../issues/issue-context.ts'

interface Props extends IssueContext {
  /** Undefined: the firm was never connected. */
  readonly view: ConnectionView | undefined
  /** `not-set-up`: this service has no app at Intuit. */
  readonly may: 'connect' | 'read' | 'not-set-up'
}

/** What the reader can do about the connection now, or whom to ask. */
export function ConnectionCard({ view, may, say, href, connection }: Props) {
  const isConnected = view?.status === 'connected'
  const isToEnd = isConnected || view?.status === 'reconnect-needed'
  return (
    <section class="card decide" aria-labelledby="decide">
      <h2 id="decide">{say('issue.decide')}</h2>
      {may === 'not-set-up' && <p>{say('connection.notSetUp')}</p>}
      {may === 'read' && <p>{say('connection.notYours')}</p>}
      {may === 'connect' && (
        <>
          <form method="post" action={href(`${connection}/authorizations`)}>
            <p class="means" id="connect-means">
              {say(isConnected ? 'connection.reconnect.means' : 'connection.connect.means')}
            </p>
            <button class={isConnected ? undefined : 'primary'} aria-describedby="connect-means">
              {say(isToEnd ? 'connection.reconnect' : 'connection.connect')}
            </button>
          </form>
          {isToEnd && (
            <details class="confirm">
              <summary>{say('connection.disconnect.ask')}</summary>
              <form method="post" action={href(`${connection}/disconnect`)}>
                <p class="means" id="disconnect-means">
                  {say('connection.disconnect.means')}
                </p>
                <button aria-describedby="disconnect-means">{say('connection.disconnect')}</button>
              </form>
            </details>
          )}
        </>
      )}
    </section>
  )
}
