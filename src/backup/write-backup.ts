import { createHash } from 'node:crypto'
import type { Kept } from '../storage/kept.ts'
import { pagesOfAll } from '../storage/pages-of-all.ts'
import { BACKUP_FORMAT } from './backup-format.ts'

/**
 * All documents as lines of JSON: a head, one line each, and a foot with their number and hash. Each document is whole
 * in itself, so it does no harm that others are written while these are read.
 */
export async function* writeBackup(everything: readonly Kept[]): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let count = 0
  yield `${JSON.stringify({ format: BACKUP_FORMAT })}\n`
  for (const kept of everything) {
    for await (const page of pagesOfAll(kept)) {
      const lines = page.map(({ doc }) => `${JSON.stringify({ in: kept.name, doc })}\n`).join('')
      hash.update(lines)
      count += page.length
      yield lines
    }
  }
  yield `${JSON.stringify({ count, sha256: hash.digest('hex') })}\n`
}
