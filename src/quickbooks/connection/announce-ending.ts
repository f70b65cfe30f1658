import type { Actor } from '../../domain/actor.ts'
import { addNotice, type NoticeOrigin } from '../../domain/add-notice.ts'
import type { Connection } from './connection.ts'

const DAY = 24 * 60 * 60 * 1000
/** How many days before it ends that is told. */
const STAGES = [1, 7, 30] as const
const SYSTEM: Actor = { type: 'system', id: 'syncdoctor', via: null }

/** The connection with what is to be told of its end, if that is near and was not told yet; undefined: nothing is. */
export function announceEnding(
  connection: Connection,
  { now, newId }: Pick<NoticeOrigin, 'now' | 'newId'>,
): Connection | undefined {
  const { firmId, companyName, status, refreshExpiresAt, hardExpiresAt, endingTold, outbox } = connection
  const endsAt = hardExpiresAt !== null && hardExpiresAt < refreshExpiresAt ? hardExpiresAt : refreshExpiresAt
  const left = (Date.parse(endsAt) - Date.parse(now)) / DAY
  const stage = STAGES.find((days) => left <= days)
  if (status !== 'connected' || stage === undefined || isTold(endingTold, stage, endsAt)) return undefined
  const told = { companyName, endsAt, daysLeft: Math.max(0, Math.round(left)), actor: SYSTEM }
  const draft = { type: 'connection.ending', connection: told } as const
  const origin = { now, newId, firmId, subject: 'connection' }
  return { ...connection, endingTold: { stage, endsAt }, outbox: addNotice(outbox, draft, origin) }
}

/** An end that has moved by more than a day is another one; by less, Intuit only counts its seconds anew. */
function isTold(told: Connection['endingTold'], stage: number, endsAt: string): boolean {
  return !!told && told.stage <= stage && Date.parse(endsAt) - Date.parse(told.endsAt) <= DAY
}
