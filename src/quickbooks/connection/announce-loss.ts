import { addNotice, type NoticeOrigin } from '../../domain/add-notice.ts'
import type { Connection } from './connection.ts'

/** The connection with what is to be told of it, if it has just been lost; one that is lost already is no news. */
export function announceLoss(
  connection: Connection,
  before: Connection,
  origin: Pick<NoticeOrigin, 'now' | 'newId'>,
): Connection {
  const { firmId, companyName, ended, outbox } = connection
  if (before.status !== 'connected' || connection.status === 'connected' || ended === null) return connection
  const told = { companyName, endsAt: ended.at, daysLeft: 0, actor: ended.by }
  const draft = { type: 'connection.lost', connection: told } as const
  return { ...connection, outbox: addNotice(outbox, draft, { ...origin, firmId, subject: 'connection' }) }
}
