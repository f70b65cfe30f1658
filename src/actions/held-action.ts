import type { Action } from '../domain/action.ts'
import { type ActionStep, advanceAction } from '../domain/advance-action.ts'
import type { Issue } from '../domain/issue.ts'
import type { IssueStore } from '../issues/issue-store.ts'
import type { Versioned } from '../storage/collection.ts'
import { LeaseLost } from './lease-lost.ts'

interface Needs {
  readonly store: IssueStore
  readonly now: () => Date
}

/** An action that we hold the lease of. Every step is stored before anything is done because of it. */
export class HeldAction {
  readonly #needs: Needs
  readonly #token: string
  #known: Versioned<Issue>

  constructor(needs: Needs, claimed: Versioned<Issue>, token: string) {
    this.#needs = needs
    this.#known = claimed
    this.#token = token
  }

  get issue(): Issue {
    return this.#known.doc
  }

  get action(): Action {
    const { action } = this.#known.doc
    if (action === null) throw new Error(`Issue ${this.#known.doc.id} has lost its action.`)
    return action
  }

  /** Stores a step; rejects with LeaseLost where somebody else has taken over. Reports that came meanwhile stay. */
  async advance(step: ActionStep): Promise<void> {
    const { store, now } = this.#needs
    for (;;) {
      const at = now().toISOString()
      const advanced = advanceAction(this.#known.doc, this.#token, { ...step, now: at })
      if (advanced === undefined) throw new LeaseLost()
      const replaced = await store.replace(this.#known, advanced, at)
      if (replaced !== undefined) {
        // While this was under way, another step of ours may have come further.
        if (replaced.version > this.#known.version) this.#known = replaced
        return
      }
      await this.refresh()
    }
  }

  /** Looks at the issue again, which others report about. */
  async refresh(): Promise<void> {
    const { id, firmId } = this.#known.doc
    const found = await this.#needs.store.get(firmId, id)
    if (found?.doc.action?.lease?.token !== this.#token) throw new LeaseLost()
    this.#known = found
  }
}
