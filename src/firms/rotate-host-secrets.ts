import type { Position } from '../storage/collection.ts'
import type { FirmCollection } from './firm-collection.ts'

interface Needs {
  readonly firms: FirmCollection
  readonly isOld: (sealed: string) => boolean
  /** Undefined: none of the keys opens it. */
  readonly reseal: (firmId: string, sealed: string) => Promise<string | undefined>
}

interface Counts {
  readonly resealed: number
  readonly current: number
  readonly unreadable: number
}

const PAGE = 100

/** Seals the secrets of all firms' hosts with the first key, also while they are used. */
export async function rotateHostSecrets({ firms, isOld, reseal }: Needs): Promise<Counts> {
  const counts = { resealed: 0, current: 0, unreadable: 0 }
  let after: Position | undefined
  for (;;) {
    const page = await firms.page({ index: 'all', after, limit: PAGE })
    const last = page.at(-1)?.doc
    if (last === undefined) return counts
    for (const { doc } of page) {
      const done = await rotate(doc.id)
      if (done !== undefined) counts[done] += 1
    }
    after = { value: last.id, id: last.id }
  }

  /** Undefined: it is gone, or has no host. */
  async function rotate(firmId: string): Promise<keyof Counts | undefined> {
    for (;;) {
      const known = await firms.get(firmId)
      // Firms that are kept from before have no such member.
      const host = known?.doc.host ?? null
      if (known === undefined || host === null) return undefined
      if (!isOld(host.secret)) return 'current'
      const secret = await reseal(firmId, host.secret)
      if (secret === undefined) return 'unreadable'
      if (await firms.replace({ ...known.doc, host: { ...host, secret } }, known.version)) return 'resealed'
    }
  }
}
