import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'
import type { Outcome } from './outcome.ts'

interface Props extends PageContext {
  readonly outcome: Outcome
  readonly path: string
}

/** `/oauth/outcomes/{outcome}`: what came of going to Intuit, and where to go from here. */
export function OutcomePage({ outcome, path, ...page }: Props) {
  const { say, href, visitor } = page
  const title = say(`outcome.${outcome}.title`)
  return (
    <Layout {...page} title={title} path={path}>
      <div class="intro">
        <h1>{title}</h1>
        <p class="lead">{say(`outcome.${outcome}.detail`)}</p>
        <p>
          {visitor === undefined ? (
            say('outcome.close')
          ) : (
            <a href={href(`/firms/${visitor.firmId}/quickbooks`)}>{say('outcome.next')}</a>
          )}
        </p>
      </div>
    </Layout>
  )
}
