/** A process that calls all companies as often as the rate limit lets it, until it is told to stop. */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createQuickBooks } from '../../dist/quickbooks/client/create-quickbooks.js'
import { connectionDesign } from '../../dist/quickbooks/connection/connection-collection.js'
import { createRateLimit } from '../../dist/quickbooks/rate-limit/create-rate-limit.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'

/** For each company: enough that one waits for its turn while others wait for answers. */
const CALLERS = 8

process.once('message', async ({ apiUrl, folder, firms }) => {
  const storage = await openSqlite(path.join(folder, 'syncdoctor.sqlite'))
  const connections = await storage.collection(connectionDesign)
  const limit = createRateLimit({ connections, now: () => new Date(), wait, patience: 30_000 })
  const outcomes = {}
  let isOver = false
  process.once('message', () => (isOver = true))
  await Promise.all(
    firms.flatMap((firm) => Array.from({ length: CALLERS }, (_, number) => call(firm, number))),
  )
  await storage.close()
  process.send(outcomes)
  process.disconnect()

  async function call({ firmId, realmId, accessToken }, number) {
    const quickBooks = createQuickBooks({
      apiUrl,
      access: {
        token: async () => ({ realmId, accessToken }),
        renewed: async () => ({ outcome: 'not-sent', waitingFor: 'connection' }),
        reserve: (asked) => limit.reserve(firmId, asked),
        throttled: (by) => limit.throttled(firmId, by),
        answered: () => limit.answered(firmId),
      },
    })
    for (let made = number; !isOver; made += 1) {
      const { outcome, reason, waitingFor } = await (made % 4 === 0
        ? quickBooks.create({
            entity: 'Customer',
            body: { DisplayName: `${process.pid}-${number}-${made}` },
            requestId: `${process.pid}-${number}-${made}`,
          })
        : quickBooks.get('Customer', '1'))
      const name = [outcome, reason ?? waitingFor].filter(Boolean).join(' ')
      outcomes[name] = (outcomes[name] ?? 0) + 1
      if (outcome === 'not-sent') await wait(1_000)
    }
  }
})
