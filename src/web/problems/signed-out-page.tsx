import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

/** What people see instead of a page of their firm while nobody is signed in. */
export function SignedOutPage({ path, ...page }: PageContext & { readonly path: string }) {
  const { say, href } = page
  return (
    <Layout {...page} title={say('session.over.title')} path={path}>
      <div class="intro">
        <h1>{say('session.over.title')}</h1>
        <p class="lead">{say('session.over.detail')}</p>
        <p>
          <a href={href('/')}>{say('problems.home')}</a>
        </p>
      </div>
    </Layout>
  )
}
