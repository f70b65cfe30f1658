import type { Request, Response } from 'express'
import type { Principal } from '../domain/principal.ts'

export type Visitor = Extract<Principal, { readonly type: 'member' }>

/** Who visits the pages. */
export interface Visits {
  /** The member who is signed in in this browser. */
  readonly who: (request: Request) => Promise<Visitor | undefined>
  /** Whether a page of another site sent what changes something. */
  readonly isForeign: (request: Request) => boolean
  readonly begin: (response: Response, token: string) => void
  readonly end: (response: Response) => void
}
