import type { ExplainedDiagnosis } from '../../domain/explained-diagnosis.ts'
import type { ToldDiagnosis } from '../../guides/tell-diagnosis.ts'
import type { PageContext } from '../page-context.ts'
import { Evidence } from './evidence.tsx'
import { GuideArticle } from './guide-article.tsx'
import { Verdict } from './verdict.tsx'

interface Props extends PageContext {
  readonly diagnosis: ExplainedDiagnosis
  readonly told: ToldDiagnosis
  /** The answer as plain text, for the copy button. */
  readonly ticket: string
}

/** The diagnosis, why, and the guide. */
export function Answer({ diagnosis, told, ticket, ...page }: Props) {
  const { say } = page
  return (
    <>
      <Verdict {...page} diagnosis={diagnosis} told={told} ticket={ticket}>
        <ul class="chips" aria-label={say('answer.actions')}>
          {told.actions.map((action) => (
            <li>{action}</li>
          ))}
        </ul>
      </Verdict>
      <div class="columns">
        <GuideArticle {...page} guide={diagnosis.guide} />
        <Evidence {...page} diagnosis={diagnosis} told={told} />
      </div>
    </>
  )
}
