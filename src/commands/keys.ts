import { connectHosts } from '../wiring/connect-hosts.ts'
import { connectWebhooks } from '../wiring/connect-webhooks.ts'
import type { Role } from '../domain/role.ts'
import { openSecretKeys } from '../config/open-secret-keys.ts'
import { createRotateSecrets } from '../quickbooks/connection/rotate-secrets.ts'
import { createTokenSeal } from '../quickbooks/connection/token-seal.ts'
import { createSeal } from '../secrets/create-seal.ts'
import { withStores } from './with-stores.ts'

interface CreateOptions {
  readonly role: Role
  readonly firm?: string
  readonly days?: number
  readonly json?: boolean
}

const DAY = 24 * 60 * 60 * 1000

/** `syncdoctor keys create`: makes a key and shows it, this once. */
export async function runKeysCreate({ role, firm, days, json }: CreateOptions): Promise<void> {
  const isPlatform = role === 'integrator' || role === 'support'
  if (!isPlatform && firm === undefined) throw new Error(`A key of role ${role} needs --firm.`)
  await withStores(process.env, async ({ firms, keys }) => {
    if (firm !== undefined && (await firms.get(firm)) === undefined)
      throw new Error(`There is no firm ${firm}.`)
    const expiresAt = days === undefined ? null : new Date(Date.now() + days * DAY).toISOString()
    const { id, key } = await keys.create({ role, firmId: firm ?? null, expiresAt })
    if (json) console.log(JSON.stringify({ id, key, role, firmId: firm ?? null, expiresAt }))
    else console.log(`${key}\n\nThis is the only time the key is shown. Its id is ${id}.`)
  })
}

/** `syncdoctor keys list`: all keys, without their secrets. */
export async function runKeysList({ json }: { readonly json?: boolean }): Promise<void> {
  await withStores(process.env, async ({ keys }) => {
    const all = (await keys.list()).map(({ hash, ...key }) => key)
    if (json) console.log(JSON.stringify(all))
    else
      for (const { id, role, firmId, createdAt, expiresAt, revokedAt } of all) {
        const state =
          revokedAt !== null ? `revoked ${revokedAt}` : expiresAt !== null ? `expires ${expiresAt}` : ''
        console.log(
          [id, role.padEnd(10), (firmId ?? 'all firms').padEnd(16), createdAt, state].join('  ').trim(),
        )
      }
  })
}

/** `syncdoctor keys revoke`: from now on the key opens nothing. */
export async function runKeysRevoke(id: string): Promise<void> {
  await withStores(process.env, async ({ keys }) => {
    if (!(await keys.revoke(id)))
      throw new Error(`There is no key ${id}. \`syncdoctor keys list\` shows all.`)
    console.log(`The key ${id} is revoked.`)
  })
}

/** `syncdoctor keys rotate-secrets`: seals all secrets anew with the first key; the service may run meanwhile. */
export async function runRotateSecrets({ json }: { readonly json?: boolean }): Promise<void> {
  await withStores(process.env, async (stores, config) => {
    const { connections } = stores.collections
    const secretKeys = await openSecretKeys(config)
    if (secretKeys === undefined) throw new Error('Set SECRET_KEY or SECRET_KEY_FILE, the new key first.')
    const tokenSeal = createTokenSeal(createSeal(secretKeys))
    const ofConnections = await createRotateSecrets({ connections, tokenSeal })()
    const { allowPrivateWebhooks: allowPrivate } = config
    const needs = { secretKeys, stores, allowPrivate, now: () => new Date() }
    const rotated = { resealed: 0, current: 0, unreadable: 0 }
    for (const counts of [
      ofConnections,
      await connectHosts(needs).rotateSecrets(),
      await connectWebhooks(needs).rotateSecrets(),
    ]) {
      rotated.resealed += counts.resealed
      rotated.current += counts.current
      rotated.unreadable += counts.unreadable
    }
    const { resealed, current, unreadable } = rotated
    if (json) console.log(JSON.stringify(rotated))
    else {
      console.log(`Secrets sealed anew with the first key: ${resealed}. Sealed with it already: ${current}.`)
    }
    if (unreadable > 0) {
      console.error(`Secrets that none of the keys opens: ${unreadable}. Keep the former key among the keys.`)
      process.exitCode = 1
    }
  })
}
