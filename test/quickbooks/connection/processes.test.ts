import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { root } from '../../../src/root.ts'
import { openMongodb } from '../../../src/storage/mongodb/open-mongodb.ts'
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts'
import type { Storage } from '../../../src/storage/storage.ts'
import { APP, connectionsOn } from '../../support/connections.ts'
import { describeWithMongodb } from '../../support/mongodb.ts'
import { type OAuthServer, startOAuthServer } from '../../support/oauth-server.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** 50 callers. */
const TIMES = [13, 13, 12, 12]

const answerForm = z.object({ done: z.unknown().optional(), failed: z.string().optional() })
const tokensForm = z.array(
  z.union([z.object({ accessToken: z.string() }), z.object({ waitingFor: z.string() })]),
)

async function ask(child: ChildProcess, task: string, about: object = {}): Promise<unknown> {
  const answer = once(child, 'message')
  child.send({ task, ...about })
  const { done, failed } = answerForm.parse((await answer)[0])
  if (failed !== undefined) throw new Error(failed)
  return done
}

async function start(): Promise<ChildProcess> {
  const child = fork(path.join(root, 'test', 'support', 'connection-process.js'), { execArgv: [] })
  await once(child, 'message')
  return child
}

function describeFourProcesses(name: string, place: string, open: (place: string) => Promise<Storage>): void {
  describe(`50 callers in four processes, on ${name}`, () => {
    let server: OAuthServer
    let storage: Storage
    let children: readonly ChildProcess[] = []
    let firmId: string
    let count = 0

    beforeAll(async () => {
      server = await startOAuthServer()
      // Long enough that all four find it under way.
      server.settings.millisecondsPerCall = 200
      storage = await open(place)
      await connectionsOn({ storage, server, now: () => new Date() })
      children = await Promise.all(TIMES.map(start))
      const app = { ...APP, discoveryUrl: server.discoveryUrl }
      const about = { place, app, secretKeys: Buffer.alloc(32, 1).toString('hex') }
      await Promise.all(children.map((child) => ask(child, 'open', about)))
    })

    afterAll(async () => {
      await Promise.all(
        children.map(async (child) => {
          await ask(child, 'close')
          const ended = once(child, 'exit')
          child.kill()
          await ended
        }),
      )
      await storage.close()
    })

    /** A connection whose token is no longer good. */
    beforeEach(async () => {
      count += 1
      firmId = `firm-${count}`
      server.settings.expiresIn = 0
      server.settings.honoursFormer = true
      const { connect } = await connectionsOn({ storage, server, now: () => new Date() })
      expect(await connect(firmId, String(3_000_000 + count))).toMatchObject({ outcome: 'connected' })
      server.settings.expiresIn = 3_600
      server.calls.splice(0)
    })

    /** All that the callers were given, told apart. */
    async function all(task: string, about: object = {}): Promise<readonly string[]> {
      const answers = await Promise.all(
        children.map((child, at) => ask(child, task, { firmId, times: TIMES[at], ...about })),
      )
      const given = answers.flatMap((answer) => tokensForm.parse(answer))
      expect(given).toHaveLength(50)
      return [...new Set(given.map((one) => ('accessToken' in one ? one.accessToken : one.waitingFor)))]
    }

    it('with one expired token cause one refresh', async () => {
      const [token = '', ...more] = await all('token')
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(1)
    })

    it('whose token was refused cause one refresh', async () => {
      const [token = ''] = await all('token')
      server.calls.splice(0)
      const refused = { realmId: String(3_000_000 + count), accessToken: token }
      const renewed = await all('renewed', { refused })
      expect(renewed).toHaveLength(1)
      expect(renewed).not.toEqual([token])
      expect(server.asked('refresh_token')).toBe(1)
    })

    it('do not notice a lost answer', async () => {
      server.misbehave('renew-then-drop')
      const [token = '', ...more] = await all('token')
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(2)
    })

    it('all wait for somebody to reconnect where the lost answer was the last, and then go on', async () => {
      server.settings.honoursFormer = false
      server.misbehave('renew-then-drop')
      expect(await all('token')).toEqual(['connection'])
      expect(server.asked('refresh_token')).toBe(2)
      const { connections, connect } = await connectionsOn({ storage, server, now: () => new Date() })
      expect(await connections.get(firmId)).toMatchObject({ status: 'reconnect-needed' })
      await connect(firmId, String(3_000_000 + count))
      const [token = '', ...more] = await all('token')
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(2)
    })
  })
}

describeFourProcesses('SQLite', path.join(folder, 'syncdoctor.sqlite'), openSqlite)

describeWithMongodb('MongoDB', (newUrl) => {
  describeFourProcesses('MongoDB', newUrl(), openMongodb)
})
