import type { ErrorItem } from '../../domain/error-item.ts'
import type { Guide } from '../../domain/guide.ts'
import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly path: string
  readonly guide: Guide
  /** Undefined: the article for the unrecognized. */
  readonly item: ErrorItem | undefined
}

/** `/errors/{slug}`: the article, with the published words beside it. */
export function ArticlePage({ path, guide, item, ...page }: Props) {
  const { say, href } = page
  return (
    <Layout {...page} title={guide.title} path={path}>
      <p class="crumb">
        <a href={href('/errors')}>← {say('errors.back')}</a>
      </p>
      <div class="intro">
        {item !== undefined && <p class="eyebrow">{say('answer.recognized', { number: item.number })}</p>}
        <h1>{guide.title}</h1>
      </div>
      <div class="columns">
        {/* The guide pipeline lets no value become markup. */}
        <article class="card guide" dangerouslySetInnerHTML={{ __html: guide.body }} />
        {item !== undefined && <Published {...page} item={item} />}
      </div>
    </Layout>
  )
}

function Published({ say, item }: PageContext & { readonly item: ErrorItem }) {
  const { source, message, codes, published, occursOn } = item
  const types = (list: ErrorItem['occursOn']) => list.map((type) => say(`recordType.${type}`)).join(', ')
  const entries = [
    { term: say('errors.codes'), value: codes.join(', ') || say('errors.codes.none') },
    { term: say('errors.publishedFor'), value: types(published) },
    { term: say('errors.occursOn'), value: types(occursOn) },
  ]
  return (
    <aside class="card evidence" aria-labelledby="published">
      <h2 id="published">{say('errors.published.heading')}</h2>
      <p class="hint">{say('errors.published.note')}</p>
      <h3>{say('errors.message')}</h3>
      <q class="said" lang="en">
        {message}
      </q>
      <h3>{say('errors.published.description')}</h3>
      <p lang="en">{source.description}</p>
      <h3>{say('errors.published.resolution')}</h3>
      <p lang="en">{source.resolution}</p>
      {source.resolution.endsWith(':') && <p class="hint">({say('errors.published.cut')})</p>}
      <dl class="facts">
        {entries.map(({ term, value }) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
