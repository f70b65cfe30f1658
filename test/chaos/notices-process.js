/**
 * Tells what is to be told, by mail and webhook, until it is killed: what `syncdoctor worker` does, by a clock that runs
 * faster. Its only argument is JSON.
 */
import { pino } from 'pino'
import { createApp } from '../../dist/app.js'
import { parseSecretKeys } from '../../dist/secrets/parse-secret-keys.js'
import { root } from '../../dist/root.js'
import { connectMail } from '../../dist/wiring/connect-mail.js'
import { connectWebhooks } from '../../dist/wiring/connect-webhooks.js'
import { openStorage } from '../../dist/wiring/open-storage.js'
import { startNotices } from '../../dist/wiring/start-notices.js'
import { fastClock } from './fast-clock.js'

const { dataDir, smtpUrl, secretKey, clock } = JSON.parse(process.argv[2])
const now = fastClock(clock)
const log = pino({ level: 'error' })
const app = await createApp(root)
const stores = await app.stores(await openStorage({ dataDir, mongodbUrl: undefined }), now)
const { keys: secretKeys } = parseSecretKeys(secretKey)
const webhooks = connectWebhooks({ secretKeys, stores, allowPrivate: true, now })
const mail = connectMail({
  config: { smtpUrl, mailFrom: 'sync@example.com', dataDir },
  publicUrl: 'http://127.0.0.1:3000',
  stores,
  guides: app.guides,
  now,
  log,
})
// Long by the fast clock, so that no machine is slow enough to lose one without being killed.
startNotices({ stores, webhooks, mail, leaseSeconds: 10 * clock.speed, now, log })
console.log('It is ready.')
