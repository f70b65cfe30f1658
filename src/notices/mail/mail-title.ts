import type { Translate } from '../../messages/translate.ts'
import type { CauseGroup, MailContent } from './mail-content.ts'

/** What a mail is about, by the most urgent of what it tells. */
export function mailTitle(content: MailContent, say: Translate): string {
  const { news, waiting, connection, endpoints, settled, stale } = content
  if (connection?.state === 'lost') return say('connection.cut.title')
  if (news.length > 0) return say('mail.news', { count: countOf(news) })
  if (connection !== null) return say('mail.ending', { count: connection.daysLeft })
  if (waiting > 0) return say('mail.waiting', { count: waiting })
  if (endpoints.length > 0) return say('mail.endpoint')
  if (stale.length > 0) return say('mail.reminder', { count: countOf(stale) })
  return say('mail.settled', { count: settled.length })
}

function countOf(groups: readonly CauseGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}
