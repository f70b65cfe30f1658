import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openMongodb } from '../../../src/storage/mongodb/open-mongodb.ts'
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts'
import type { Storage } from '../../../src/storage/storage.ts'
import { startConnectionProcesses } from '../../support/connection-processes.ts'
import { APP, connectionsOn } from '../../support/connections.ts'
import { describeWithMongodb } from '../../support/mongodb.ts'
import { type OAuthServer, startOAuthServer } from '../../support/oauth-server.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

function describeProcesses(name: string, place: string, open: (place: string) => Promise<Storage>): void {
  describe(`50 callers in four processes, on ${name}`, () => {
    let server: OAuthServer
    let storage: Storage
    let processes: Awaited<ReturnType<typeof startConnectionProcesses>>
    let count = 0
    let firm: { readonly firmId: string; readonly realmId: string }

    const here = () => connectionsOn({ storage, server, now: () => new Date() })

    beforeAll(async () => {
      server = await startOAuthServer()
      // Long enough that all four find it under way.
      server.settings.millisecondsPerCall = 200
      storage = await open(place)
      await here()
      processes = await startConnectionProcesses({
        place,
        app: { ...APP, discoveryUrl: server.discoveryUrl },
      })
    })

    afterAll(async () => {
      await processes.stop()
      await storage.close()
    })

    /** A connection whose token is no longer good. */
    beforeEach(async () => {
      count += 1
      firm = { firmId: `firm-${count}`, realmId: String(3_000_000 + count) }
      server.settings.expiresIn = 0
      server.settings.honoursFormer = true
      const { connect } = await here()
      expect(await connect(firm.firmId, firm.realmId)).toMatchObject({ outcome: 'connected' })
      server.settings.expiresIn = 3_600
      server.calls.splice(0)
    })

    it('with one expired token cause one refresh', async () => {
      const [token = '', ...more] = await processes.tokens(firm.firmId)
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(1)
    })

    it('whose token was refused cause one refresh', async () => {
      const [accessToken = ''] = await processes.tokens(firm.firmId)
      server.calls.splice(0)
      const renewed = await processes.renewed(firm.firmId, { realmId: firm.realmId, accessToken })
      expect(renewed).toHaveLength(1)
      expect(renewed).not.toEqual([accessToken])
      expect(server.asked('refresh_token')).toBe(1)
    })

    it('do not notice a lost answer', async () => {
      server.misbehave('renew-then-drop')
      const [token = '', ...more] = await processes.tokens(firm.firmId)
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(2)
    })

    it('all wait for somebody to reconnect where the lost answer was the last, and then go on', async () => {
      server.settings.honoursFormer = false
      server.misbehave('renew-then-drop')
      expect(await processes.tokens(firm.firmId)).toEqual(['connection'])
      expect(server.asked('refresh_token')).toBe(2)
      const { connections, connect } = await here()
      expect(await connections.get(firm.firmId)).toMatchObject({ status: 'reconnect-needed' })
      await connect(firm.firmId, firm.realmId)
      const [token = '', ...more] = await processes.tokens(firm.firmId)
      expect(more).toEqual([])
      expect(server.takes(token)).toBe(true)
      expect(server.asked('refresh_token')).toBe(2)
    })
  })
}

describeProcesses('SQLite', path.join(folder, 'syncdoctor.sqlite'), openSqlite)

describeWithMongodb('MongoDB', (newUrl) => {
  describeProcesses('MongoDB', newUrl(), openMongodb)
})
