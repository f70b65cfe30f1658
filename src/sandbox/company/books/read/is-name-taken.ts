import type { BooksView } from '../books-view.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { EntityName } from '../entity-name.ts'
import type { NameList } from '../name-lists.ts'
import { idOf } from './id-of.ts'
import type { Members } from './members.ts'
import { textOf } from './text-of.ts'

interface Named {
  /** What would have the name. */
  readonly owner: EntityName
  /** Its id, if it has one already. */
  readonly id: string | undefined
  readonly members: Members
  readonly name: string
}

/** Whether another entry of the list has that name; capitals make no difference. */
export function isNameTaken(list: NameList, { owner, id, members, name }: Named, books: BooksView): boolean {
  const wanted = name.toLowerCase()
  return list.of.some((kind) => {
    const { nameMember } = descriptions[kind]
    if (nameMember === undefined) return false
    for (const other of books.all(kind)) {
      if (kind === owner && other.Id === id) continue
      if (textOf(other, nameMember)?.toLowerCase() !== wanted) continue
      if (list.perParent === true && idOf(other, 'ParentRef') !== idOf(members, 'ParentRef')) continue
      return true
    }
    return false
  })
}
