import type { Problem } from '../../domain/problem.ts'
import { revisionOf } from '../../domain/revision-of.ts'
import type { Unread } from '../../evidence/unread.ts'
import { etag } from '../etag.ts'
import type { FirmContext } from '../context.ts'
import type { Handler } from '../handler.ts'
import { presentIssue } from '../present-issue.ts'

/** Reads what decides about an issue, and answers the issue with it. */
export const readEvidence: Handler<'readEvidence'> = async ({ path }, context) => {
  const { firm, guides, language, principal, now } = context
  const read = await context.readEvidence(firm.doc.id, path.issueId)
  switch (read.outcome) {
    case 'not-found':
      return { problem: 'not-found' }
    case 'unread':
      return problemOf(read, context)
    case 'read':
      return {
        status: 200,
        body: presentIssue(read.issue, { guides, language, now, role: principal.role }),
        headers: { ETag: etag(revisionOf(read.issue), language) },
      }
  }
}

const SOON_SECONDS = 60

function problemOf({ unread, until }: Unread, { connections, now }: FirmContext): Problem {
  if (unread === 'connection') {
    return { problem: connections === undefined ? 'quickbooks-not-set-up' : 'quickbooks-not-connected' }
  }
  const seconds = until === undefined ? SOON_SECONDS : Math.ceil((until.getTime() - now().getTime()) / 1000)
  return {
    problem: 'quickbooks-unreachable',
    reason: unread,
    headers: { 'Retry-After': String(Math.max(1, seconds)) },
  }
}
