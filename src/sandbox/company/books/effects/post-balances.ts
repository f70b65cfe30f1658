import type { Draft } from '../draft.ts'
import { ancestorsOf } from '../read/ancestors-of.ts'
import { centsOf } from '../read/cents-of.ts'
import type { Posting } from './postings-of.ts'
import { postingsOf } from './postings-of.ts'

type Holder = Posting['to']

/** The member that also counts what lies below an entry. */
const WITH_ALL_BELOW: Readonly<Record<Holder, readonly [own: string, withAllBelow: string | undefined]>> = {
  Account: ['CurrentBalance', 'CurrentBalanceWithSubAccounts'],
  Customer: ['Balance', 'BalanceWithJobs'],
  Vendor: ['Balance', undefined],
}

const WITH_BALANCE = new Set<unknown>(['Asset', 'Liability', 'Equity'])

/** Brings balances up to date with all that a draft does: what no longer holds is taken back, what now holds is added. */
export function postBalances(draft: Draft): void {
  const sums = new Map<string, Posting>()
  for (const { name, before, after } of draft.drafted()) {
    const taken = before ? postingsOf(name, before, draft).map((one) => ({ ...one, cents: -one.cents })) : []
    for (const posting of [...taken, ...(after ? postingsOf(name, after, draft) : [])]) {
      const key = `${posting.to}/${posting.id}`
      sums.set(key, { ...posting, cents: (sums.get(key)?.cents ?? 0) + posting.cents })
    }
  }
  for (const posting of sums.values()) if (posting.cents !== 0) post(draft, posting)
}

function post(draft: Draft, { to, id, cents }: Posting): void {
  const entity = draft.get(to, id)
  if (entity === undefined || (to === 'Account' && !WITH_BALANCE.has(entity['Classification']))) return
  const [own, withAllBelow] = WITH_ALL_BELOW[to]
  add(draft, to, id, own, cents)
  if (withAllBelow === undefined) return
  for (const one of [entity, ...ancestorsOf(to, entity, draft)]) add(draft, to, one.Id, withAllBelow, cents)
}

function add(draft: Draft, to: Holder, id: string, member: string, cents: number): void {
  const entity = draft.get(to, id)
  if (entity !== undefined)
    draft.note(to, id, { ...entity, [member]: (centsOf(entity, member) + cents) / 100 })
}
