/** A process that calls all companies as often as the rate limit lets it, from `start` until `stop`. */
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createQuickBooks } from '../../dist/quickbooks/client/create-quickbooks.js'
import { connectionDesign } from '../../dist/quickbooks/connection/connection-collection.js'
import { createRateLimit } from '../../dist/quickbooks/rate-limit/create-rate-limit.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'

/** For each company: enough that some wait for their turns while others wait for answers. */
const CALLERS = 8
const TRIALS = 80

const [{ apiUrl, folder, firms, own }] = await once(process, 'message')
const storage = await openSqlite(path.join(folder, 'syncdoctor.sqlite'))
const connections = await storage.collection(connectionDesign)
const limit = createRateLimit({
  connections,
  now: () => new Date(),
  wait,
  patience: { read: 30_000, write: 2_000 },
})
const outcomes = {}
let made = 0

await callAll([own], () => made < TRIALS)
process.send('ready')
await once(process, 'message')
let isOver = false
process.once('message', () => (isOver = true))
await callAll(firms, () => !isOver)
await storage.close()
process.send(outcomes)
process.disconnect()

function callAll(companies, goesOn) {
  return Promise.all(
    companies.flatMap((firm) => Array.from({ length: CALLERS }, () => callOne(firm, goesOn))),
  )
}

async function callOne({ firmId, realmId, accessToken }, goesOn) {
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
  while (goesOn()) {
    made += 1
    const name = `${process.pid}-${made}`
    const { outcome, reason, waitingFor } = await (made % 4 === 0
      ? quickBooks.create({ entity: 'Customer', body: { DisplayName: name }, requestId: name })
      : quickBooks.get('Customer', '1'))
    const ending = [outcome, reason ?? waitingFor].filter(Boolean).join(' ')
    outcomes[ending] = (outcomes[ending] ?? 0) + 1
    if (outcome === 'not-sent') await wait(1_000)
  }
}
