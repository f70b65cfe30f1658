import { describe, expect, it } from '@jest/globals'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appAt, decide } from '../support/app-at-intuit.ts'
import { start, syncdoctor } from '../support/run-cli.ts'
import { startSandbox } from '../support/sandbox.ts'

const [OLD, NEW, OTHER] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]

/** A data folder with a firm that was connected under the old key, and the command on it. */
async function connected() {
  const sandbox = await startSandbox()
  const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'syncdoctor-rotate-'))
  const env = { ...appAt(sandbox), DATA_DIR, SECRET_KEY: OLD, LOG_LEVEL: 'warn', PORT: '0' }
  const service = start('cli.js', ['serve'], { env })
  const [, key = ''] = await service.said(/Its API key +(\S+)/u)
  const [, url = ''] = await service.said(/Paste an error +(\S+)\//u)
  const begun = await fetch(`${url}/v1/firms/demo/quickbooks-connection/authorizations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  const { url: there } = (await begun.json()) as { readonly url: string }
  const back = await decide(there, { realmId: sandbox.address.realmId })
  expect((await fetch(back)).url).toMatch(/\/oauth\/outcomes\/connected\?/u)
  service.child.kill('SIGTERM')
  await service.ended
  const rotate = (variables: Record<string, string>, ...args: readonly string[]) =>
    syncdoctor(['keys', 'rotate-secrets', ...args], { env: { DATA_DIR, DEMO: '0', ...variables } })
  return { folder: DATA_DIR, rotate }
}

const counts = async (rotating: ReturnType<typeof syncdoctor>) =>
  JSON.parse((await rotating).stdout) as Record<string, number>

describe('changing the key that seals secrets', () => {
  it('seals anew what the former key sealed, once; from then on the new key alone will do', async () => {
    const { folder, rotate } = await connected()
    const told = await rotate({ SECRET_KEY: `${NEW},${OLD}` })
    expect(told).toMatchObject({
      code: 0,
      stdout: 'Secrets sealed anew with the first key: 1. Sealed with it already: 0.\n',
      stderr: '',
    })
    expect(await counts(rotate({ SECRET_KEY: NEW }, '--json'))).toEqual({
      resealed: 0,
      current: 1,
      unreadable: 0,
    })
    const file = path.join(folder, 'keys')
    await writeFile(file, `${OTHER}\n${NEW}\n`)
    expect(await counts(rotate({ SECRET_KEY_FILE: file }, '--json'))).toMatchObject({ resealed: 1 })
    const database = await readFile(path.join(folder, 'syncdoctor.sqlite'))
    for (const key of [OLD, NEW, OTHER]) {
      expect(database.includes(key)).toBe(false)
      expect(database.includes(Buffer.from(key, 'hex'))).toBe(false)
    }
  })

  it('without the former key leaves all as it was, and says so', async () => {
    const { rotate } = await connected()
    const ran = await rotate({ SECRET_KEY: OTHER })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/^Secrets that none of the keys opens: 1\./u)
    expect(await counts(rotate({ SECRET_KEY: OLD }, '--json'))).toMatchObject({ current: 1 })
  })

  it('needs a key', async () => {
    const env = { DATA_DIR: await mkdtemp(path.join(tmpdir(), 'syncdoctor-rotate-')), DEMO: '0' }
    const ran = await syncdoctor(['keys', 'rotate-secrets'], { env })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^Set SECRET_KEY or SECRET_KEY_FILE/u)
  })
})
