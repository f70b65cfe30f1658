import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Config } from './config.ts'
import { keepSecretKey } from '../secrets/keep-secret-key.ts'
import { parseSecretKeys, type SecretKeys } from '../secrets/parse-secret-keys.ts'

/**
 * The keys that seal secrets: those of the configuration; for the demo without any, its own, which is made once in the
 * data folder. Undefined: there are none. Rejects where the demo's file is not right.
 */
export async function openSecretKeys({
  secretKeys,
  demo,
  dataDir,
}: Pick<Config, 'secretKeys' | 'demo' | 'dataDir'>): Promise<SecretKeys | undefined> {
  if (secretKeys !== undefined || !demo) return secretKeys
  const file = path.join(dataDir, 'secret.key')
  const parsed = parseSecretKeys(await keepSecretKey({ file, newId: randomUUID, randomBytes }))
  if ('faults' in parsed) throw new Error(`The file ${file} is not right: ${parsed.faults.join('; ')}`)
  return parsed.keys
}
