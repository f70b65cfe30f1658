import type { SandboxContext } from '../parts/sandbox-context.ts'
import type { BooksList } from './books-list.ts'
import type { Members } from './members.ts'

/** What an entry of the books is called. */
export function labelOf(
  { DisplayName, Name, DocNumber, Id }: Members,
  list: BooksList,
  say: SandboxContext['say'],
): string {
  if (list.kind === 'names') return DisplayName ?? Name ?? Id
  return DocNumber === null ? say('sandbox.books.numberless', { id: Id }) : DocNumber
}
