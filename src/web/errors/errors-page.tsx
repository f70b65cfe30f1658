import MarkdownIt from 'markdown-it'
import type { presentItem } from '../../guides/present-item.ts'
import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly rows: readonly ReturnType<typeof presentItem>[]
}

const markdown = new MarkdownIt({ html: false, linkify: false })

/** `/errors`: the table as published, beside what is true. */
export function ErrorsPage({ rows, ...page }: Props) {
  const { say, href } = page
  return (
    <Layout {...page} title={say('errors.title')} path="/errors">
      <div class="intro">
        <h1>{say('errors.title')}</h1>
        <p class="lead">{say('errors.intro')}</p>
      </div>
      <div class="card table" tabIndex={0} role="region" aria-label={say('errors.caption')}>
        <table>
          <caption class="hidden">{say('errors.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('errors.column.number')}</th>
              <th scope="col">{say('errors.column.error')}</th>
              <th scope="col">{say('errors.column.corrected')}</th>
              <th scope="col">{say('errors.column.published')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, slug, title, message, occursOn, published, corrected }) => (
              <tr>
                <td class="number">{number}</td>
                <th scope="row">
                  <a href={href(`/errors/${slug}`)}>{title}</a>
                  <p class="said" lang="en">
                    {message}
                  </p>
                  <ul class="chips" aria-label={say('errors.occursOn')}>
                    {occursOn.map((type) => (
                      <li>{say(`recordType.${type}`)}</li>
                    ))}
                  </ul>
                </th>
                <td
                  data-label={say('errors.column.corrected')}
                  dangerouslySetInnerHTML={{ __html: markdown.render(firstParagraph(corrected.description)) }}
                />
                <td class="published" lang="en" data-label={say('errors.column.published')}>
                  <p>
                    <b>{published.issueType}.</b> {published.description}
                  </p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="aside">
        {say('errors.unrecognized')}{' '}
        <a href={href('/errors/unrecognized')}>{say('errors.unrecognized.link')}</a>
      </p>
    </Layout>
  )
}

function firstParagraph(text: string): string {
  return text.split('\n\n')[0] ?? ''
}
