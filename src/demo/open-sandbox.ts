import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { randomBytes } from 'node:crypto'
import type { IntuitConfig } from '../config/config.ts'
import type { Company } from '../sandbox/company/company.ts'
import { createCompany } from '../sandbox/company/create-company.ts'
import { client } from '../sandbox/company/oauth/client.ts'
import { openDatabase } from '../sandbox/company/open-database.ts'

interface Needs {
  readonly dataDir: string
  /** Where browsers reach us. */
  readonly publicUrl: string
  /** Where we reach ourselves. */
  readonly internalUrl: string
  readonly now: () => Date
}

export interface OpenedSandbox {
  readonly company: Company
  readonly database: DatabaseSyncInstance
  /** The app by which firms connect to it, in the place of one at Intuit. */
  readonly intuit: IntuitConfig
  /** Where the demo firm's practice software takes our calls. */
  readonly hostUrl: string
}

/** Opens the sandbox that the demo has in the place of Intuit, on our own address. */
export function openSandbox({ dataDir, publicUrl, internalUrl, now }: Needs): OpenedSandbox {
  const redirectUri = `${publicUrl}/oauth/callback`
  const database = openDatabase(dataDir)
  const company = createCompany({
    database,
    publicUrl,
    internalUrl,
    redirectUris: [redirectUri],
    now,
    randomBytes,
  })
  const intuit: IntuitConfig = {
    clientId: client.id,
    clientSecret: client.secret,
    redirectUri,
    environment: 'sandbox',
    discoveryUrl: `${internalUrl}/.well-known/openid_sandbox_configuration`,
    apiUrl: `${internalUrl}/v3`,
    requestsPerMinute: undefined,
    webhookVerifier: undefined,
  }
  return { company, database, intuit, hostUrl: `${internalUrl}/_host/calls` }
}
