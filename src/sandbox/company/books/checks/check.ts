import type { BooksView } from '../books-view.ts'
import type { Fault } from '../faults/fault.ts'
import type { Proposal } from '../proposal.ts'

/** One rule of the books: what is wrong with a proposal, if anything is. */
export type Check = (proposal: Proposal, books: BooksView) => Fault | undefined
