import { Frame } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import type { SandboxMail } from './sandbox-mails.ts'

interface Props extends SandboxContext {
  /** Undefined: they go to a mail server. */
  readonly mails: readonly SandboxMail[] | undefined
}

/** `/sandbox/mail`: what people of the demo firm were mailed. */
export function MailsPage({ mails, ...page }: Props) {
  const { say, href, moment } = page
  const title = say('sandbox.nav.mail')
  return (
    <Frame {...page} area="mail" title={title} path="/sandbox/mail">
      <p>{say(mails === undefined ? 'sandbox.mail.elsewhere' : 'sandbox.mail.means')}</p>
      {mails?.length === 0 && <p>{say('sandbox.mail.none')}</p>}
      {mails !== undefined && mails.length > 0 && (
        <div class="card table entries">
          <table>
            <caption class="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say('sandbox.mail.subject')}</th>
                <th scope="col">{say('sandbox.mail.to')}</th>
                <th scope="col">{say('sandbox.mail.at')}</th>
              </tr>
            </thead>
            <tbody>
              {mails.map(({ id, subject, to, at }) => (
                <tr>
                  <th scope="row">
                    <a href={href(`/sandbox/mail/${id}`)} dir="auto">
                      {subject}
                    </a>
                  </th>
                  <td data-label={say('sandbox.mail.to')} dir="auto">
                    {to}
                  </td>
                  <td data-label={say('sandbox.mail.at')}>
                    <time dateTime={at}>{moment(at)}</time>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  )
}
