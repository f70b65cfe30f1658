import type { IssueContext } from './issue-context.ts'

/** Says that nothing reaches QuickBooks until an owner connects the firm again. */
export function ReconnectBanner({ say, href, connection }: IssueContext) {
  return (
    <section class="banner" aria-labelledby="cut">
      <span class="sign" aria-hidden="true">
        !
      </span>
      <div>
        <h2 id="cut" data-say>
          {say('connection.cut.title')}
        </h2>
        <p>{say('connection.cut.detail')}</p>
        <p>
          <a class="step" href={href(connection)}>
            {say('connection.cut.next')}
          </a>
        </p>
      </div>
    </section>
  )
}
