import type { Keys } from '../access/keys.ts'
import { demoFirm } from './demo-firm.ts'

const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000

/** The key that the demo's practice software reports with: kept in memory alone, and made anew before it ends. */
export function createHostKey(keys: Keys, now: () => Date): () => Promise<string> {
  let current: { readonly key: Promise<string>; readonly until: number } | undefined
  return () => {
    const moment = now().getTime()
    if (current === undefined || moment >= current.until) {
      const expiresAt = new Date(moment + LIFE_MILLISECONDS).toISOString()
      const made = keys.create({ role: 'integrator', firmId: demoFirm.id, expiresAt })
      current = { key: made.then(({ key }) => key), until: moment + LIFE_MILLISECONDS / 2 }
    }
    return current.key
  }
}
