import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly path: string
  readonly name: string
  readonly isSent: boolean
}

/** `/portal/mails/…`: where the links of mails lead whoever is not signed in. */
export function MailLinkPage({ path, name, isSent, ...page }: Props) {
  const { say, href } = page
  const title = say(isSent ? 'mailLink.sent.title' : 'mailLink.title')
  return (
    <Layout {...page} title={title} path={path}>
      <div class="intro">
        <h1>{title}</h1>
        {isSent ? (
          <p class="lead" role="status">
            {say('mailLink.sent.detail')}
          </p>
        ) : (
          <>
            <p class="lead">{say('mailLink.detail', { name })}</p>
            <form method="post" action={href(path)}>
              <button class="primary">{say('mailLink.send')}</button>
            </form>
          </>
        )}
      </div>
    </Layout>
  )
}
