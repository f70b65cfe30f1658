import { Frame } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'

interface Props extends SandboxContext {
  readonly companies: readonly { readonly realmId: string; readonly name: string }[]
}

/** `/sandbox/books`: the companies of the sandbox. */
export function CompaniesPage({ companies, ...page }: Props) {
  const { say, href } = page
  return (
    <Frame {...page} area="books" title={say('sandbox.books.companies')} path="/sandbox/books">
      <ul>
        {companies.map(({ realmId, name }) => (
          <li>
            <a href={href(`/sandbox/books/${realmId}/customers`)}>{`${name} (${realmId})`}</a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
