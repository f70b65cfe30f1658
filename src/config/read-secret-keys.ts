import { readFileSync } from 'node:fs'
import type { ConfigFault } from './config.ts'
import { parseSecretKeys, type SecretKeys } from '../secrets/parse-secret-keys.ts'

export interface ReadSecretKeys {
  /** Undefined: none are set, or they are not right. */
  readonly secretKeys: SecretKeys | undefined
  /** They say nothing of the keys themselves. */
  readonly faults: readonly ConfigFault[]
}

/** The keys in SECRET_KEY, or in the file that SECRET_KEY_FILE names. */
export function readSecretKeys(set: Readonly<Record<string, string | undefined>>): ReadSecretKeys {
  const { SECRET_KEY: text, SECRET_KEY_FILE: file } = set
  if (file === undefined) {
    return text === undefined ? { secretKeys: undefined, faults: [] } : keysIn('SECRET_KEY', text)
  }
  if (text !== undefined) return refused('SECRET_KEY_FILE', 'must not be set beside SECRET_KEY')
  try {
    return keysIn('SECRET_KEY_FILE', readFileSync(file, 'utf8'))
  } catch {
    return refused('SECRET_KEY_FILE', 'must name a file that can be read')
  }
}

function keysIn(variable: string, text: string): ReadSecretKeys {
  const parsed = parseSecretKeys(text)
  return 'keys' in parsed
    ? { secretKeys: parsed.keys, faults: [] }
    : refused(variable, `is not right: ${parsed.faults.join('; ')}`)
}

function refused(variable: string, reason: string): ReadSecretKeys {
  return { secretKeys: undefined, faults: [{ variable, reason }] }
}
