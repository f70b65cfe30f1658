import { describe, expect, it } from '@jest/globals'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { start, syncdoctor } from '../support/run-cli.ts'

/** The command on a storage of its own. */
async function kept() {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-keys-'))
  const env = { DATA_DIR: folder, DEMO: '0', LOG_LEVEL: 'warn', PORT: '0' }
  return { folder, env, keys: (...args: readonly string[]) => syncdoctor(['keys', ...args], { env }) }
}

interface Made {
  readonly id: string
  readonly key: string
  readonly role: string
  readonly firmId: string | null
  readonly expiresAt: string | null
}

describe('a key made on the command line', () => {
  it('opens the API of a running service at once, and nothing once it is revoked', async () => {
    const { env, keys } = await kept()
    const service = start('cli.js', ['serve'], { env })
    const [, url = ''] = await service.said(/(http:\/\/[^\s/]+)\/\s/u)
    const made = JSON.parse((await keys('create', '--role', 'integrator', '--json')).stdout) as Made
    expect(made).toMatchObject({ role: 'integrator', firmId: null, expiresAt: null })
    const firms = () => fetch(`${url}/v1/firms`, { headers: { Authorization: `Bearer ${made.key}` } })
    expect((await firms()).status).toBe(200)
    expect(await keys('revoke', made.id)).toMatchObject({
      code: 0,
      stdout: `The key ${made.id} is revoked.\n`,
    })
    expect((await firms()).status).toBe(401)
    service.child.kill('SIGTERM')
    expect((await service.ended).code).toBe(0)
  })

  it('is shown once, and kept without its secret', async () => {
    const { folder, keys } = await kept()
    const { stdout } = await keys('create', '--role', 'support', '--days', '30')
    const [key = ''] = stdout.split('\n')
    expect(key).toMatch(/^syncdoctor_[0-9a-f]{16}_[\w-]{43}_[0-9a-f]{8}$/u)
    const secret = key.split('_').slice(2, -1).join('_')
    const files = await Promise.all((await readdir(folder)).map((file) => readFile(path.join(folder, file))))
    for (const file of files) expect(file.includes(secret)).toBe(false)
    const listed = await keys('list')
    expect(listed.stdout).toMatch(/support +all firms .* expires /u)
    expect(listed.stdout).not.toContain(secret)
    expect(JSON.parse((await keys('list', '--json')).stdout)).toEqual([
      expect.objectContaining({ role: 'support', firmId: null, revokedAt: null }),
    ])
  })

  it.each([
    [['create'], /required option '--role <role>'/u],
    [['create', '--role', 'god'], /Allowed choices are owner, admin, staff, integrator, support/u],
    [['create', '--role', 'owner'], /A key of role owner needs --firm/u],
    [['create', '--role', 'owner', '--firm', 'nobody'], /There is no firm nobody/u],
    [['create', '--role', 'support', '--days', '0'], /It must be a whole number from 1 on/u],
    [['revoke', 'nothing'], /There is no key nothing/u],
  ])('is not made of %j', async (args, reason) => {
    const { keys } = await kept()
    const ran = await keys(...args)
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(reason)
  })
})
