import type { Entity } from '../../company/books/entity.ts'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import type { BooksList } from './books-list.ts'
import { BooksNav } from './books-nav.tsx'
import { entryFacts } from './entry-facts.ts'
import { labelOf } from './label-of.ts'
import { membersOf } from './members.ts'

interface Props extends SandboxContext {
  /** The address of this company's pages. */
  readonly base: string
  readonly company: string
  readonly list: BooksList
  readonly entities: readonly Entity[]
  readonly notice: Notice | undefined
}

/** `/sandbox/books/{realmId}/{list}`: all entries, the newest documents first. */
export function ListPage({ base, company, list, entities, notice, ...page }: Props) {
  const { say, href } = page
  const path = `${base}/${list.slug}`
  const rows = list.kind === 'documents' ? [...entities].reverse() : entities
  return (
    <Frame {...page} area="books" title={say(list.title)} path={path} notice={notice}>
      <p class="lead">{company}</p>
      <BooksNav {...page} base={base} current={list.slug} />
      {rows.length === 0 ? (
        <p>{say('sandbox.books.none')}</p>
      ) : (
        <div class="card table entries">
          <table>
            <caption class="hidden">{say(list.title)}</caption>
            <thead>
              <tr>
                <th scope="col">
                  {say(list.kind === 'names' ? 'sandbox.field.name' : 'sandbox.field.number')}
                </th>
                <th scope="col">{say('sandbox.books.details')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((entity) => {
                const members = membersOf(entity)
                return (
                  <tr>
                    <th scope="row">
                      <a href={href(`${path}/${entity.Id}`)} dir="auto">
                        {labelOf(members, list, say)}
                      </a>
                    </th>
                    <td>
                      <dl class="facts">
                        {entryFacts(members, list, page).map(({ label, value }) => (
                          <div>
                            <dt>{say(label)}</dt>
                            <dd dir="auto">{value}</dd>
                          </div>
                        ))}
                      </dl>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  )
}
