import { Frame } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import type { SandboxMail } from './sandbox-mails.ts'

interface Props extends SandboxContext {
  readonly mail: SandboxMail
}

/** `/sandbox/mail/{id}`: one mail, as HTML in a frame that can do nothing, and as plain text. */
export function MailPage({ mail, ...page }: Props) {
  const { say, href, moment } = page
  const { id, subject, to, at, text } = mail
  return (
    <Frame {...page} area="mail" title={subject} path={`/sandbox/mail/${id}`}>
      <p>
        {say('answer.line', { label: say('sandbox.mail.to'), value: to })}
        {' · '}
        <time dateTime={at}>{moment(at)}</time>
      </p>
      <p>
        <a href={href('/sandbox/mail')}>{say('sandbox.mail.back')}</a>
      </p>
      <div class="columns mail">
        <section class="card" aria-labelledby="mail-html">
          <h2 id="mail-html">{say('sandbox.mail.html')}</h2>
          <iframe
            title={say('sandbox.mail.html')}
            src={`/sandbox/mail/${id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </section>
        <section class="card" aria-labelledby="mail-text">
          <h2 id="mail-text">{say('sandbox.mail.text')}</h2>
          <pre tabIndex={0}>{text}</pre>
        </section>
      </div>
    </Frame>
  )
}
