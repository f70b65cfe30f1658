import type { Request, Response } from 'express'
import type { Firm } from '../../domain/firm.ts'
import type { Guides } from '../../domain/guide.ts'
import type { Language } from '../../domain/language.ts'
import type { Members } from '../../firms/members.ts'
import type { FirmVisits } from '../firm-visits.ts'
import type { Visitor } from '../visits.ts'
import { type IssueContext, issueContext } from './issue-context.ts'

interface Needs {
  readonly firmVisits: FirmVisits
  readonly members: Members
  readonly guides: Guides
  readonly languageOf: (request: Request) => Language
}

/** One request for a page of a firm: whose, and in which words. */
export interface FirmScene {
  readonly firm: Firm
  readonly visitor: Visitor
  readonly page: IssueContext
  /** The title of an item, or of what is unrecognized. */
  readonly titleOf: (item: string) => string
}

/** What the pages of a firm begin with. */
export function createFirmScenes({ firmVisits, members, guides, languageOf }: Needs) {
  return {
    /** Lets in whoever belongs to the firm of the address, and nobody else. */
    enter: firmVisits.enter,

    of(request: Request, response: Response): FirmScene {
      const { firm, visitor } = firmVisits.of(response)
      const language =
        'lang' in request.query ? languageOf(request) : (visitor.language ?? languageOf(request))
      const titleOf = (item: string) => guides.title(item === 'unrecognized' ? null : item, language)
      return { firm, visitor, titleOf, page: issueContext(language, firm, visitor) }
    },

    /** The names of these members, by id; those that are gone are missing. */
    async namesOf(firmId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const known = await Promise.all([...new Set(ids)].map((id) => members.get(firmId, id)))
      return new Map(known.flatMap((member) => (member === undefined ? [] : [[member.id, member.name]])))
    },
  }
}

export type FirmScenes = ReturnType<typeof createFirmScenes>
