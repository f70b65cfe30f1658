import { performAct } from './acts/perform-act.ts'
import { booksDataOf } from './books-data.ts'
import type { Books, BooksState, Written } from './books.ts'
import type { Draft } from './draft.ts'
import { openDraft } from './draft.ts'
import { postBalances } from './effects/post-balances.ts'
import { missingObject } from './faults/missing-object.ts'
import { tellFaults } from './faults/tell-faults.ts'
import { starterBooks } from './starter/starter-books.ts'
import { stateOf } from './state-of.ts'
import type { Performed } from './write/perform-write.ts'
import { performWrite } from './write/perform-write.ts'

/** Opens one company's books: as they were kept, or new ones with the entries that Intuit's sample company has. */
export function createBooks({
  state,
  now,
}: {
  readonly state?: BooksState
  readonly now: () => Date
}): Books {
  const data = booksDataOf(state ?? starterBooks(now()))

  function perform(act: (draft: Draft) => Performed): Written {
    const draft = openDraft(data, now())
    const performed = act(draft)
    if ('faults' in performed) return { refused: tellFaults(performed.faults, data.settings.language) }
    postBalances(draft)
    const changes = draft.accept()
    const asked = changes.find(({ id, cause }) => cause === 'asked' && id === performed.entity.Id)
    return { entity: asked?.entity ?? performed.entity, changes }
  }

  return {
    get settings() {
      return data.settings
    },
    write: (write) => perform((draft) => performWrite(draft, write)),
    person: (act) => perform((draft) => performAct(draft, act)),
    get: (name, id) => data.entities(name).get(id),
    notFound: (name, id) =>
      tellFaults([missingObject(name, id, openDraft(data, now()))], data.settings.language),
    all: (name) => [...data.entities(name).values()],
    deleted: (name) => [...data.deleted(name)],
    state: () => stateOf(data),
  }
}
