import type { Actor } from '../../domain/actor.ts'
import type { NotSent } from '../not-sent.ts'
import type { AccessToken } from '../realm-access.ts'
import { announceLoss } from './announce-loss.ts'
import { askForTokens, type RefreshTokens } from './ask-for-tokens.ts'
import { changeConnection } from './change-connection.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'
import { isInvalidGrant } from './is-invalid-grant.ts'
import type { OAuth } from './oauth.ts'
import type { TokenSeal } from './token-seal.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly tokenSeal: TokenSeal
  readonly oauth: OAuth
  readonly now: () => Date
  readonly wait: (milliseconds: number) => Promise<unknown>
  readonly newId: () => string
  /** Told why tokens were not renewed: Intuit's error code, or how Intuit was not reached. */
  readonly onNotRenewed: (firmId: string, reason: string) => void
}

interface Lease {
  readonly by: string
  readonly refreshTokens: RefreshTokens
  readonly refused: AccessToken | undefined
}

/** A token that would expire while a call is under way is renewed before. */
const SPARE_MILLISECONDS = 5 * 60 * 1000
/** What is left must do for a call, where a token cannot be renewed now. */
const LITTLE_MILLISECONDS = 30 * 1000
/** Longer than all calls for tokens take, so that nobody is overtaken who is still at it. */
const LEASE_MILLISECONDS = 120 * 1000
/** How often somebody looks whether another process is done. */
const LOOK_MILLISECONDS = 100
/** After Intuit was not reached. */
const PAUSE_MILLISECONDS = 60 * 1000

const SYSTEM: Actor = { type: 'system', id: 'syncdoctor', via: null }
const RECONNECT: NotSent = { outcome: 'not-sent', waitingFor: 'connection', until: undefined }

/**
 * Access tokens, renewed once however many ask: in this process they wait for the same answer; of several processes one
 * takes a lease in the connection's document, and the others look there. New tokens are kept before they are used.
 */
export function createRenewal(needs: Needs) {
  const { connections, tokenSeal, oauth, now, wait, newId, onNotRenewed } = needs
  const underWay = new Map<string, Promise<AccessToken | NotSent>>()
  const from = (milliseconds: number) => new Date(now().getTime() + milliseconds)

  /** The token that is kept, if it lasts for a while and is not the refused one. */
  async function good(connection: Connection, refused: AccessToken | undefined, milliseconds: number) {
    const { realmId, accessExpiresAt } = connection
    if (accessExpiresAt <= from(milliseconds).toISOString()) return undefined
    const accessToken = await tokenSeal.open(connection, 'accessToken')
    if (accessToken === undefined || accessToken === refused?.accessToken) return undefined
    return { realmId, accessToken }
  }

  async function refreshTokensOf(connection: Connection): Promise<RefreshTokens | undefined> {
    const current = await tokenSeal.open(connection, 'refreshToken')
    const former = await tokenSeal.open(connection, 'formerRefreshToken')
    return current === undefined ? undefined : { current, former }
  }

  async function renew(firmId: string, refused: AccessToken | undefined): Promise<AccessToken | NotSent> {
    const by = newId()
    for (;;) {
      const known = await connections.get(firmId)
      if (known?.doc.status !== 'connected') return RECONNECT
      const { doc, version } = known
      const isLeased = doc.refreshing !== null && doc.refreshing.until > now().toISOString()
      const token = await good(doc, refused, isLeased ? LITTLE_MILLISECONDS : SPARE_MILLISECONDS)
      if (token !== undefined) return token
      if (isLeased) {
        await wait(LOOK_MILLISECONDS)
        continue
      }
      // Opened before anybody waits for it: where its key is not there, nobody else must wait in vain.
      const refreshTokens = await refreshTokensOf(doc)
      if (refreshTokens === undefined) return RECONNECT
      const leased = { ...doc, refreshing: { by, until: from(LEASE_MILLISECONDS).toISOString() } }
      if (!(await connections.replace(leased, version))) continue
      const renewed = await renewLeased(leased, { by, refreshTokens, refused })
      if (renewed !== 'overtaken') return renewed
    }
  }

  /** Changes the connection if its lease is still ours. */
  const whileOurs = (firmId: string, by: string, next: (connection: Connection) => Connection) =>
    changeConnection(connections, firmId, (connection) =>
      connection.refreshing?.by === by ? { ...next(connection), refreshing: null } : undefined,
    )

  async function renewLeased(
    leased: Connection,
    { by, refreshTokens, refused }: Lease,
  ): Promise<AccessToken | NotSent | 'overtaken'> {
    const { firmId } = leased
    const isOurs = async () => (await connections.get(firmId))?.doc.refreshing?.by === by
    const asked = await askForTokens(oauth, refreshTokens, isOurs)
    if (asked === 'overtaken') return asked
    const { answer, to } = asked
    if (answer.outcome === 'tokens') {
      const sealed = await tokenSeal.seal(leased, answer.tokens, to)
      const kept = await whileOurs(firmId, by, (connection) => ({
        ...connection,
        ...sealed,
        hardExpiresAt: sealed.hardExpiresAt ?? connection.hardExpiresAt,
      }))
      const { accessToken } = answer.tokens
      return kept === undefined ? 'overtaken' : { realmId: kept.realmId, accessToken }
    }
    onNotRenewed(firmId, answer.outcome === 'refused' ? answer.error : answer.outcome)
    if (isInvalidGrant(answer)) {
      const at = now().toISOString()
      const ended = { at, by: SYSTEM }
      const dead = await whileOurs(firmId, by, (connection) =>
        announceLoss({ ...connection, status: 'reconnect-needed', ended }, connection, { now: at, newId }),
      )
      return dead === undefined ? 'overtaken' : RECONNECT
    }
    const still = await whileOurs(firmId, by, (connection) => connection)
    if (still === undefined) return 'overtaken'
    return (
      (await good(still, refused, LITTLE_MILLISECONDS)) ?? { ...RECONNECT, until: from(PAUSE_MILLISECONDS) }
    )
  }

  /** The answer that is under way for this refused token, or for none. */
  async function once(firmId: string, refused?: AccessToken): Promise<AccessToken | NotSent> {
    const key = `${firmId} ${refused?.accessToken ?? ''}`
    const begun = underWay.get(key)
    if (begun !== undefined) return begun
    const begins = renew(firmId, refused).finally(() => underWay.delete(key))
    underWay.set(key, begins)
    return begins
  }

  return {
    token: (firmId: string) => once(firmId),
    /** Another token than this one, which QuickBooks did not take. */
    renewed: (firmId: string, refused: AccessToken) => once(firmId, refused),
  }
}

export type Renewal = ReturnType<typeof createRenewal>
