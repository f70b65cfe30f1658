import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly path: string
  /** Undefined: the link works no more. */
  readonly name: string | undefined
}

/** `/portal/{token}`: one button signs in, since mere looks (mail scanners look, too) must not use the link up. */
export function PortalPage({ path, name, ...page }: Props) {
  const { say, href } = page
  const title = say(name === undefined ? 'portal.over.title' : 'portal.title')
  return (
    <Layout {...page} title={title} path={path}>
      <div class="intro">
        <h1>{title}</h1>
        {name === undefined ? (
          <p class="lead">{say('portal.over.detail')}</p>
        ) : (
          <>
            <p class="lead">{say('portal.detail')}</p>
            <form method="post" action={href(path)}>
              <button class="primary">{say('portal.continue', { name })}</button>
            </form>
          </>
        )}
      </div>
    </Layout>
  )
}
