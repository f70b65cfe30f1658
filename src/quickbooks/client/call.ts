import type { NotSent } from '../not-sent.ts'
import type { TurnWish } from '../rate-limit/turn-wish.ts'
import type { AccessToken, RealmAccess } from '../realm-access.ts'
import type { Refusal } from '../refusal.ts'
import { exchange } from './exchange.ts'
import { judge } from './judge.ts'
import type { Limits } from './limits.ts'
import { createNodeQuickBooks, type NodeQuickBooks } from './node-quickbooks.ts'
import { refusalOf } from './refusal-of.ts'

interface Needs {
  readonly access: RealmAccess
  readonly apiUrl: string
  readonly limits: Limits
}

/** One request to QuickBooks. */
export interface Request<T> extends TurnWish {
  /** Called for each try; what it gives to the library must be a copy, as the library changes it. */
  readonly start: (client: NodeQuickBooks, done: () => void) => void
  /** Reads the body of an answer without a fault; undefined: it is not what was asked for. */
  readonly accept: (body: unknown) => T | undefined
}

export type Ended<T> =
  | { readonly outcome: 'answered'; readonly value: T; readonly intuitTid: string | null }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'lost'
      readonly reason: 'timeout' | 'reset' | 'bad-gateway' | 'half-answer'
      readonly intuitTid: string | null
    }
  | NotSent

export type Call = <T>(request: Request<T>) => Promise<Ended<T>>

/** Makes requests within the company's limits, each again with another token where the first one is not taken. */
export function createCall({ access, apiUrl, limits }: Needs): Call {
  return async (request) => {
    const token = await access.token()
    return 'outcome' in token ? token : attempt(request, token, 'first')
  }

  async function attempt<T>(
    request: Request<T>,
    token: AccessToken,
    which: 'first' | 'last',
  ): Promise<Ended<T>> {
    const { kind, slots, reads, start, accept } = request
    const turn = await access.reserve({ kind, slots, reads })
    if (turn !== 'now') return turn
    const milliseconds = kind === 'read' ? limits.readMilliseconds : limits.writeMilliseconds
    const client = createNodeQuickBooks(apiUrl, token)
    const answer = await exchange({ ...limits, milliseconds }, (done) => start(client, done))
    if (answer === 'unreachable') return { outcome: 'not-sent', waitingFor: 'quickbooks', until: undefined }
    if (typeof answer === 'string') return { outcome: 'lost', reason: answer, intuitTid: null }
    const { body, intuitTid } = answer
    const verdict = judge(answer)
    switch (verdict) {
      case 'answered': {
        const value = accept(body)
        if (value === undefined) return { outcome: 'lost', reason: 'half-answer', intuitTid }
        // What was done is told also where it cannot be noted that QuickBooks answered.
        await access.answered().catch(() => undefined)
        return { outcome: 'answered', value, intuitTid }
      }
      case 'refused':
        return { outcome: 'refused', refusal: refusalOf(answer, token.accessToken) }
      case 'unauthorized': {
        if (which === 'last') return { outcome: 'not-sent', waitingFor: 'connection', until: undefined }
        const other = await access.renewed(token)
        return 'outcome' in other ? other : attempt(request, other, 'last')
      }
      case 'throttled-by-minute':
        return access.throttled('minute')
      case 'throttled-by-month':
        return access.throttled('month')
      case 'bad-gateway':
        return { outcome: 'lost', reason: 'bad-gateway', intuitTid }
    }
  }
}
