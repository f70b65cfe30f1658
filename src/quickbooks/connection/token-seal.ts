import type { Seal } from '../../secrets/seal.ts'
import type { Connection } from './connection.ts'
import type { Tokens } from './oauth.ts'

const FIELDS = ['accessToken', 'refreshToken', 'formerRefreshToken'] as const

export type TokenField = (typeof FIELDS)[number]

type Owner = Pick<Connection, 'firmId' | 'realmId'>

export type SealedTokens = Pick<
  Connection,
  TokenField | 'accessExpiresAt' | 'refreshExpiresAt' | 'hardExpiresAt'
>

/** Seals the tokens of connections, each for its firm, realm and field. */
export function createTokenSeal(seal: Seal) {
  async function reseal(connection: Connection, field: TokenField): Promise<string | null> {
    const sealed = connection[field]
    if (sealed === null) return null
    const belonging = belongs(connection, field)
    return seal.seal(await seal.open(sealed, belonging), belonging)
  }

  return {
    /** `former` is the refresh token that brought them; null: a code did. */
    async seal(of: Owner, tokens: Tokens, former: string | null): Promise<SealedTokens> {
      return {
        ...tokens,
        accessToken: await seal.seal(tokens.accessToken, belongs(of, 'accessToken')),
        refreshToken: await seal.seal(tokens.refreshToken, belongs(of, 'refreshToken')),
        formerRefreshToken:
          former === null ? null : await seal.seal(former, belongs(of, 'formerRefreshToken')),
      }
    },

    /** Undefined: it is forgotten. Rejects with a `SealError` where no key opens it. */
    async open(connection: Connection, field: TokenField): Promise<string | undefined> {
      const sealed = connection[field]
      return sealed === null ? undefined : seal.open(sealed, belongs(connection, field))
    },

    /** The same, sealed with the first key. Rejects with a `SealError` where no key opens it. */
    reseal: async (connection: Connection): Promise<Connection> => ({
      ...connection,
      accessToken: await reseal(connection, 'accessToken'),
      refreshToken: await reseal(connection, 'refreshToken'),
      formerRefreshToken: await reseal(connection, 'formerRefreshToken'),
    }),

    isOld: (connection: Connection) =>
      FIELDS.some((field) => {
        const sealed = connection[field]
        return sealed !== null && seal.isOld(sealed)
      }),
  }
}

export type TokenSeal = ReturnType<typeof createTokenSeal>

function belongs({ firmId, realmId }: Owner, field: TokenField) {
  return { firmId, realmId, field }
}
