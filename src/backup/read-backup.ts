import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Kept } from '../storage/kept.ts'
import { BACKUP_FORMAT } from './backup-format.ts'

const head = z.object({ format: z.literal(BACKUP_FORMAT) })
const line = z.object({ in: z.string(), doc: z.looseObject({ id: z.string() }) })
const foot = z.object({ count: z.number(), sha256: z.string() })

/**
 * Fills an empty storage, and answers with how many documents. Rejects, and stores nothing, where the file is cut,
 * changed or of another kind, or where something is stored already.
 */
export async function readBackup(open: () => Readable, everything: readonly Kept[]): Promise<number> {
  for (const { collection } of everything) {
    const [found] = await collection.page({ index: 'all', limit: 1 })
    if (found !== undefined)
      throw new Error('There is something stored already. Restore into an empty storage.')
  }
  const byName = new Map(everything.map((kept) => [kept.name, kept.collection]))
  const count = await check(open(), (name) => byName.has(name))
  for await (const text of createInterface({ input: open(), crlfDelay: Infinity })) {
    const entry = line.safeParse(JSON.parse(text)).data
    if (entry !== undefined) await byName.get(entry.in)?.insert(entry.doc)
  }
  return count
}

/** The number of documents of a whole backup, of which this version knows every collection. */
async function check(input: Readable, isKnown: (name: string) => boolean): Promise<number> {
  const hash = createHash('sha256')
  let lines = 0
  let last = ''
  let unknown: string | undefined
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    if (lines === 0 && !head.safeParse(parsed(text)).success)
      throw new Error('This is no backup of SyncDoctor.')
    const name = nameIn(text)
    if (name !== undefined && !isKnown(name)) unknown ??= name
    if (lines > 1) hash.update(`${last}\n`)
    last = text
    lines += 1
  }
  const { data } = foot.safeParse(parsed(last))
  if (data?.count !== lines - 2 || data.sha256 !== hash.digest('hex')) {
    throw new Error('This backup is cut or changed. Nothing was restored.')
  }
  if (unknown !== undefined) throw new Error(`This version of SyncDoctor knows no ${unknown}.`)
  return data.count
}

/** The collection that a line's document is of. */
function nameIn(text: string): string | undefined {
  return line.safeParse(parsed(text)).data?.in
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
