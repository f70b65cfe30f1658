import type { Logger } from 'pino'
import type { Stores } from './create-stores.ts'
import { issueDesign } from '../issues/issue-collection.ts'
import { loggedNoticeDesign } from '../notices/logged-notice.ts'
import { purgeNotices } from '../notices/purge-notices.ts'
import type { Connections } from '../quickbooks/connection/connections.ts'
import { purge } from '../retention/purge.ts'

interface Needs {
  readonly stores: Stores
  /** Undefined: QuickBooks is not set up. */
  readonly connections: Connections | undefined
  readonly retentionDays: number
  readonly now: () => Date
  readonly log: Logger
}

const HOUR = 60 * 60 * 1000

/** Clears away what is over and renews what would end, at once and every hour. The answer stops it, and resolves when it is at rest. */
export function startHousekeeping({
  stores,
  connections,
  retentionDays,
  now,
  log,
}: Needs): () => Promise<void> {
  const { collections, everything, firms } = stores
  // The log of notices is cleared by its own rule.
  const expiring = everything.filter(
    ({ name, sortedBy }) => sortedBy === 'expiresAt' && name !== loggedNoticeDesign.name,
  )
  const everyIssue = everything.find(({ name }) => name === issueDesign.name)
  if (everyIssue === undefined) throw new Error('There is no collection of issues.')
  const run = async () => {
    try {
      await firms.finishDeletions()
      const { movedHistory, pastActions, notices } = collections
      await purgeNotices(notices, now())
      const issues = await purge({ movedHistory, pastActions, everyIssue, expiring, retentionDays }, now())
      if (issues > 0) log.info({ issues }, 'closed issues are cleared away')
      const renewed = (await connections?.refreshIdle()) ?? 0
      if (renewed > 0) log.info({ renewed }, 'connections that nobody used are renewed')
      // Only what could not be renewed ends.
      const ending = (await connections?.tellEndings()) ?? 0
      if (ending > 0) log.info({ ending }, 'connections are about to end')
    } catch (error) {
      log.error({ err: error }, 'housekeeping failed; it is tried again in an hour')
    }
  }
  let running = run()
  const timer = setInterval(() => {
    running = running.then(run)
  }, HOUR)
  return async () => {
    clearInterval(timer)
    await running
  }
}
