import type { Guide } from '../../domain/guide.ts'
import type { PageContext } from '../page-context.ts'

/** The guide with the values of this failure. */
export function GuideArticle({ say, guide }: PageContext & { readonly guide: Guide | null }) {
  if (guide === null) return null
  return (
    <article class="card guide" aria-label={say('answer.guide')}>
      {/* The guide pipeline lets no value become markup. */}
      <div dangerouslySetInnerHTML={{ __html: guide.body }} />
    </article>
  )
}
