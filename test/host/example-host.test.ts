import { afterAll, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createHttpHost } from '../../src/host/create-http-host.ts'
import { root } from '../../src/root.ts'
import { postTo } from '../support/post-to.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const record = { type: 'invoice', id: 'inv_88' } as const

const readme = await readFile(path.join(root, 'README.md'), 'utf8')
const example = /```js\n(?<code>[^`]*webhook\.verify[^`]*)```/u.exec(readme)?.groups?.['code'] ?? ''
const child = spawn(process.execPath, ['--input-type=module', '--eval', example], {
  cwd: root,
  env: { PATH: process.env.PATH, HOST_SECRET: secret, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
const hostWith = (shared: string) =>
  createHttpHost({
    url: `http://127.0.0.1:${line}/`,
    secret: shared,
    newId: () => String(Math.random()),
    now: () => new Date(),
    post: postTo(),
  })
const host = hostWith(secret)

afterAll(() => {
  child.kill()
})

describe('the host of the README', () => {
  it('tells what is to be written, and that nothing is, once it knows the id in the books', async () => {
    expect(await host.read(record)).toMatchObject({
      outcome: 'read',
      payload: { entity: 'Invoice', operation: 'create', body: { DocNumber: '1782' } },
    })
    expect(await host.synced(record, '3190', 'act_1-synced')).toEqual({ outcome: 'told' })
    expect(await host.read(record)).toEqual({ outcome: 'in-books', quickbooksId: '3190' })
  })

  it('hears of skips, and of records that it does not have', async () => {
    expect(await host.skipped(record, 'a')).toEqual({ outcome: 'told' })
    expect(await host.reopened(record, 'b')).toEqual({ outcome: 'told' })
    expect(await host.read({ ...record, id: 'none' })).toEqual({ outcome: 'gone' })
  })

  it('takes nothing of somebody who does not know the secret', async () => {
    const other = hostWith(`whsec_${Buffer.alloc(32, 8).toString('base64')}`)
    expect(await other.read(record)).toMatchObject({ outcome: 'unreachable' })
  })
})
