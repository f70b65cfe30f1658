import type { RequestFault } from '../domain/problem.ts'
import type { IssueQuery } from '../issues/list-issues.ts'
import type { Position } from '../storage/collection.ts'
import type { operations } from './api-types.ts'
import { instant } from './instant.ts'
import { readCursor } from './read-cursor.ts'

type Query = NonNullable<operations['listIssues']['parameters']['query']>

/** What a list of issues is asked for, in our terms; or what is wrong with it. */
export function issueQuery(query: Query): IssueQuery | readonly RequestFault[] {
  const { cursor, from, to, sort = '-lastSeenAt', limit = 50, lang, ...filters } = query
  const faults: RequestFault[] = []
  const moment = (name: string, text: string | undefined): string | undefined => {
    const read = text === undefined ? undefined : instant(text)
    if (text !== undefined && read === undefined)
      faults.push({ in: 'query', pointer: `/${name}`, code: 'format' })
    return read
  }
  const after: Position | undefined = cursor === undefined ? undefined : readCursor(cursor, sort)
  if (cursor !== undefined && after === undefined)
    faults.push({ in: 'query', pointer: '/cursor', code: 'cursor' })
  const asked = { ...filters, sort, limit, after, from: moment('from', from), to: moment('to', to) }
  return faults.length > 0 ? faults : asked
}
