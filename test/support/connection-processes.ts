import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { z } from 'zod'
import type { IntuitApp } from '../../src/quickbooks/connection/intuit-oauth-client.ts'
import type { AccessToken } from '../../src/quickbooks/realm-access.ts'
import { root } from '../../src/root.ts'

/** How many callers each of four processes has: 50 in all. */
const CALLERS = [13, 13, 12, 12]

const answerForm = z.object({ done: z.unknown().optional(), failed: z.string().optional() })
const tokensForm = z.array(
  z.union([z.object({ accessToken: z.string() }), z.object({ waitingFor: z.string() })]),
)

interface Place {
  /** Where the storage is. */
  readonly place: string
  readonly app: IntuitApp
}

/** Four processes that ask for access tokens on one storage, where secrets are sealed with a key of ones. */
export async function startConnectionProcesses({ place, app }: Place) {
  const children = await Promise.all(CALLERS.map(start))
  const secretKeys = Buffer.alloc(32, 1).toString('hex')
  await Promise.all(children.map((child) => ask(child, 'open', { place, app, secretKeys })))

  /** All that the 50 callers were given at once, told apart: an access token, or what they wait for. */
  async function all(task: string, about: object): Promise<readonly string[]> {
    const answers = await Promise.all(
      children.map((child, at) => ask(child, task, { ...about, times: CALLERS[at] })),
    )
    const given = answers.flatMap((answer) => tokensForm.parse(answer))
    return [...new Set(given.map((one) => ('accessToken' in one ? one.accessToken : one.waitingFor)))]
  }

  return {
    tokens: (firmId: string) => all('token', { firmId }),
    renewed: (firmId: string, refused: AccessToken) => all('renewed', { firmId, refused }),
    stop: async () => {
      await Promise.all(
        children.map(async (child) => {
          await ask(child, 'close')
          const ended = once(child, 'exit')
          child.kill()
          await ended
        }),
      )
    },
  }
}

async function start(): Promise<ChildProcess> {
  const child = fork(path.join(root, 'test', 'support', 'connection-process.js'), { execArgv: [] })
  await once(child, 'message')
  return child
}

async function ask(child: ChildProcess, task: string, about: object = {}): Promise<unknown> {
  const answer = once(child, 'message')
  child.send({ task, ...about })
  const { done, failed } = answerForm.parse((await answer)[0])
  if (failed !== undefined) throw new Error(failed)
  return done
}
