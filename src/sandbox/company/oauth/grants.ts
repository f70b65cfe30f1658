import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { createHash } from 'node:crypto'
import { inTransaction } from '../../../storage/sqlite/in-transaction.ts'

interface Needs {
  readonly database: DatabaseSyncInstance
  readonly now: () => Date
  readonly randomBytes: (count: number) => Buffer
  /** Whether a refresh token dies as soon as there is a new one, whether or not that one arrived. */
  readonly killsFormer: () => boolean
}

/** Seconds, as Intuit tells them. */
export const ACCESS_SECONDS = 3600
export const REFRESH_SECONDS = 8_726_400
const HARD_SECONDS = 5 * 365 * 24 * 60 * 60
const CODE_SECONDS = 5 * 60

export interface Tokens {
  readonly realmId: string
  readonly accessToken: string
  readonly refreshToken: string
  /** Seconds until the refresh token dies for good, five years after the person agreed. */
  readonly hardExpiresIn: number
}

export type Access =
  { readonly is: 'valid'; readonly realmId: string } | { readonly is: 'expired' | 'malformed' | 'unknown' }

interface GrantRow {
  readonly id: string
  readonly realm: string
  readonly refresh: string
  readonly former: string | null
  readonly refresh_expires_at: number
  readonly hard_expires_at: number
}

/** What the companies' owners allowed: codes, access tokens and refresh tokens, kept as hashes. */
export function createGrants({ database, now, randomBytes, killsFormer }: Needs) {
  const seconds = () => Math.floor(now().getTime() / 1000)
  const atomically = <T>(work: () => T): T => inTransaction(database, work)
  const insertCode = database.prepare(
    'INSERT INTO company_codes (hash, realm, redirect_uri, expires_at) VALUES (?, ?, ?, ?)',
  )
  const takeCode = database.prepare(
    'DELETE FROM company_codes WHERE hash = ? RETURNING realm, redirect_uri AS redirectUri, expires_at AS expiresAt',
  )
  const insertGrant = database.prepare(
    `INSERT INTO company_grants (id, realm, refresh, former, refresh_expires_at, hard_expires_at)
       VALUES (?, ?, ?, NULL, ?, ?)`,
  )
  const findGrant = database.prepare('SELECT * FROM company_grants WHERE refresh = ?1 OR former = ?1')
  const rotateGrant = database.prepare(
    'UPDATE company_grants SET refresh = ?2, former = ?3, refresh_expires_at = ?4 WHERE id = ?1',
  )
  const dropGrant = database.prepare('DELETE FROM company_grants WHERE id = ?')
  const insertAccess = database.prepare(
    'INSERT INTO company_access (hash, grant_id, realm, expires_at) VALUES (?, ?, ?, ?)',
  )
  const findAccess = database.prepare(
    'SELECT grant_id AS grantId, realm, expires_at AS expiresAt FROM company_access WHERE hash = ?',
  )
  const dropAccess = database.prepare('DELETE FROM company_access WHERE grant_id = ?')
  const forgetAccess = database.prepare('DELETE FROM company_access WHERE expires_at < ?')

  const newAccess = (grantId: string, realmId: string): string => {
    const accessToken = randomBytes(384).toString('base64url')
    // Expired ones are told apart from unknown ones for a day.
    forgetAccess.run(seconds() - 24 * 60 * 60)
    insertAccess.run(hashOf(accessToken), grantId, realmId, seconds() + ACCESS_SECONDS)
    return accessToken
  }
  const newRefreshToken = () => `AB11${randomBytes(33).toString('base64url')}`
  const issue = (realmId: string): Tokens => {
    const id = randomBytes(16).toString('hex')
    const refreshToken = newRefreshToken()
    const at = seconds()
    insertGrant.run(id, realmId, hashOf(refreshToken), at + REFRESH_SECONDS, at + HARD_SECONDS)
    return { realmId, accessToken: newAccess(id, realmId), refreshToken, hardExpiresIn: HARD_SECONDS }
  }
  const refreshed = (given: string): Tokens | undefined => {
    const hash = hashOf(given)
    const grant = findGrant.get(hash) as GrantRow | undefined
    const at = seconds()
    if (grant === undefined || grant.refresh_expires_at <= at || grant.hard_expires_at <= at) return undefined
    const refreshToken = newRefreshToken()
    const expiresAt = Math.min(at + REFRESH_SECONDS, grant.hard_expires_at)
    // Whichever was used is the one to fall back on: the other was lost on its way, or is superseded by its use.
    rotateGrant.run(grant.id, hashOf(refreshToken), killsFormer() ? null : hash, expiresAt)
    const accessToken = newAccess(grant.id, grant.realm)
    return { realmId: grant.realm, accessToken, refreshToken, hardExpiresIn: grant.hard_expires_at - at }
  }

  return {
    /** A code for one exchange within five minutes. */
    newCode(realmId: string, redirectUri: string): string {
      const code = `AB11${randomBytes(33).toString('base64url')}`
      insertCode.run(hashOf(code), realmId, redirectUri, seconds() + CODE_SECONDS)
      return code
    },

    /** Undefined: the code is unknown, used, too old, or was made for another address. */
    exchange: (code: string, redirectUri: string): Tokens | undefined =>
      atomically(() => {
        const row = takeCode.get(hashOf(code)) as
          { readonly realm: string; readonly redirectUri: string; readonly expiresAt: number } | undefined
        if (row === undefined || row.expiresAt <= seconds() || row.redirectUri !== redirectUri)
          return undefined
        return issue(row.realm)
      }),

    /** What an owner's consent gives, without the way over pages. */
    issue: (realmId: string): Tokens => atomically(() => issue(realmId)),

    /** A new pair; the refresh token given is honoured until the new one is used. Undefined: it is not, any more. */
    refresh: (refreshToken: string): Tokens | undefined => atomically(() => refreshed(refreshToken)),

    /** Ends the grant of this access or refresh token; false: it is not known. */
    revoke: (token: string): boolean =>
      atomically(() => {
        const hash = hashOf(token)
        const grant = findGrant.get(hash) as GrantRow | undefined
        const access = findAccess.get(hash) as { readonly grantId: string } | undefined
        const grantId = grant?.id ?? access?.grantId
        if (grantId === undefined) return false
        dropGrant.run(grantId)
        dropAccess.run(grantId)
        return true
      }),

    access(token: string): Access {
      if (token.length < 32 || token.length > 4096) return { is: 'malformed' }
      const row = findAccess.get(hashOf(token)) as
        { readonly realm: string; readonly expiresAt: number } | undefined
      if (row === undefined) return { is: 'unknown' }
      return row.expiresAt <= seconds() ? { is: 'expired' } : { is: 'valid', realmId: row.realm }
    },

    /** Of all grants, only the newest refresh token is honoured from now on. */
    killFormer(): void {
      database.exec('UPDATE company_grants SET former = NULL')
    },

    /** All access tokens there are expire now. */
    expireAccess(): void {
      database.prepare('UPDATE company_access SET expires_at = min(expires_at, ?)').run(seconds())
    },
  }
}

export type Grants = ReturnType<typeof createGrants>

/** Only hashes are kept, as of every secret. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
