import { afterAll, describe, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../src/root.ts'

/**
 * Tests of MongoDB, on the server at MONGODB_URL, or else on one that is started for the file. Where there is neither, they
 * are shown as skipped; in CI, where nobody would notice that, they fail. `newUrl` names a database that is not there yet.
 */
export function describeWithMongodb(title: string, tests: (newUrl: () => string) => void): void {
  if (server !== undefined) {
    describe(title, () => tests(newUrl))
  } else if (process.env.CI === 'true') {
    it(`${title}: a server is there`, () => {
      throw new Error(HOW_TO_ENABLE)
    })
  } else {
    // Jest keeps to itself what a skipped file writes to the console.
    process.stderr.write(`SKIPPED the tests of ${title}: ${HOW_TO_ENABLE}\n`)
    describe.skip(`${title} (skipped: ${HOW_TO_ENABLE})`, () => tests(newUrl))
  }
}

const HOW_TO_ENABLE = 'Set MONGODB_URL to a server for tests, or run npm run test:mongodb-server.'

/** Where install-mongodb-server.sh puts it. */
const PROGRAM = path.join(root, 'node_modules', '.cache', 'mongodb-server', 'bin', 'secantusd-py')

const databases: string[] = []
const server = await open()

function newUrl(): string {
  const name = `syncdoctor_test_${randomUUID().slice(0, 13)}`
  databases.push(name)
  // An address of several hosts is none that a URL can be.
  return (server ?? 'mongodb://nowhere').replace(/^([^/]+\/\/[^/?]+)[^?]*/u, `$1/${name}`)
}

/** The address of a server, from whose databases those of the tests are dropped at the end. */
async function open(): Promise<string | undefined> {
  const named = process.env.MONGODB_URL
  const started = named ? undefined : await start()
  const url = named || started?.url
  if (url === undefined) return undefined
  afterAll(async () => {
    const client = new MongoClient(url)
    for (const name of databases) await client.db(name).dropDatabase()
    await client.close()
    if (started === undefined) return
    const ended = once(started.child, 'exit')
    // It removes its folder for temporary files then.
    started.child.kill('SIGTERM')
    await ended
  })
  return url
}

async function start(): Promise<{ readonly child: ChildProcess; readonly url: string } | undefined> {
  if (!existsSync(PROGRAM)) return undefined
  const args = ['--host', '127.0.0.1', '--port', '0', '--storage-path', ':memory:']
  const child = spawn(PROGRAM, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  for await (const line of createInterface(child.stderr)) {
    const port = /listening on 127\.0\.0\.1:(\d+)/u.exec(line)?.[1]
    if (port !== undefined) {
      child.stderr.resume()
      return { child, url: `mongodb://127.0.0.1:${port}/?directConnection=true` }
    }
  }
  throw new Error(`${PROGRAM} ended before it listened.`)
}
