import { describe, expect, it } from '@jest/globals'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { start, syncdoctor } from '../support/run-cli.ts'

const folder = () => mkdtemp(path.join(tmpdir(), 'syncdoctor-backup-'))

/** A folder with what the demo keeps, and the backup of it. */
async function backedUp() {
  const env = { DATA_DIR: await folder(), LOG_LEVEL: 'warn', PORT: '0' }
  const service = start('cli.js', ['serve'], { env })
  await service.said(/Its API key/u)
  const file = path.join(env.DATA_DIR, 'all.backup')
  // The service runs meanwhile.
  const ran = await syncdoctor(['backup', file], { env })
  service.child.kill('SIGTERM')
  await service.ended
  return { env, file, ran }
}

describe('a backup', () => {
  it('holds everything, is made beside a running service, and fills an empty storage', async () => {
    const { file, ran } = await backedUp()
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('{"in":"issues"'))).toHaveLength(13)

    const env = { DATA_DIR: await folder() }
    const restored = await syncdoctor(['restore', file], { env })
    expect(restored).toMatchObject({
      code: 0,
      stdout: `${lines.length - 2} documents were restored from ${file}.\n`,
    })
    const again = path.join(env.DATA_DIR, 'again.backup')
    await syncdoctor(['backup', again], { env })
    const sorted = (text: string) => text.trimEnd().split('\n').slice(0, -1).toSorted()
    expect(sorted(await readFile(again, 'utf8'))).toEqual(sorted(lines.join('\n')))

    const twice = await syncdoctor(['restore', file], { env })
    expect(twice).toMatchObject({ code: 1, stdout: '' })
    expect(twice.stderr).toMatch(/There is something stored already/u)
  })

  it.each([
    ['cut', (text: string) => text.slice(0, -200), /cut or changed/u],
    ['changed', (text: string) => text.replace('Demo Accounting', 'Evil Accounting'), /cut or changed/u],
    ['something else', () => 'hello\n', /no backup of SyncDoctor/u],
    ['empty', () => '', /cut or changed|no backup/u],
  ])('that is %s is refused, and nothing of it is stored', async (_what, spoil, reason) => {
    const { file } = await backedUp()
    await writeFile(file, spoil(await readFile(file, 'utf8')))
    const env = { DATA_DIR: await folder() }
    const ran = await syncdoctor(['restore', file], { env })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(reason)
    const after = path.join(env.DATA_DIR, 'after.backup')
    await syncdoctor(['backup', after], { env })
    expect((await readFile(after, 'utf8')).trimEnd().split('\n')).toHaveLength(2)
  })
})
