import type { SandboxContext } from '../parts/sandbox-context.ts'
import { booksLists } from './books-list.ts'

interface Props extends SandboxContext {
  readonly base: string
  /** The last part of the address of the page this stands on. */
  readonly current: string
}

/** The way to the lists of one company, its settings and its ledger. */
export function BooksNav({ base, current, say, href }: Props) {
  const pages = [
    ...booksLists.map(({ slug, title }) => ({ slug, label: say(title) })),
    { slug: 'settings', label: say('sandbox.books.settings') },
    { slug: 'ledger', label: say('sandbox.books.ledger') },
  ]
  return (
    <nav class="tabs" aria-label={say('sandbox.books.nav')}>
      <ul>
        {pages.map(({ slug, label }) => (
          <li>
            <a href={href(`${base}/${slug}`)} aria-current={slug === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
