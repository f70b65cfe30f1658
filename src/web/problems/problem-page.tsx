import { type ProblemCode, problemStatus } from '../../domain/problem.ts'
import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

/** `/problems/{code}`: what a refusal of the API means; also what a browser is shown instead of one. */
export function ProblemPage({
  code,
  path,
  ...page
}: PageContext & { readonly code: ProblemCode; readonly path: string }) {
  const { say, href } = page
  return (
    <Layout {...page} title={say(`problem.${code}.title`)} path={path}>
      <div class="intro">
        <p class="eyebrow">{say('problems.status', { status: problemStatus[code] })}</p>
        <h1>{say(`problem.${code}.title`)}</h1>
      </div>
      <article class="card guide">
        <h2>{say('problems.heading.means')}</h2>
        <p>{say(`problem.${code}.detail`)}</p>
        <h2>{say('problems.heading.cure')}</h2>
        <p>{say(`problem.${code}.cure`)}</p>
        <p class="hint">
          <code>{code}</code>
        </p>
      </article>
      <p class="aside">
        <a href={href('/')}>{say('problems.home')}</a>
      </p>
    </Layout>
  )
}
