import { describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/root.ts'

/** Fifteen minutes pass between two mails, at twenty times the pace. */
const PATIENCE_MILLISECONDS = 240_000

describe('whoever tells, killed again and again while mail server and receiver refuse now and then', () => {
  it(
    'tells everybody everything, nothing twice without having been killed, in order, and to nobody else',
    async () => {
      const args = [path.join(root, 'test', 'chaos', 'notices.js'), '8', '7']
      const { stdout } = await promisify(execFile)(process.execPath, args)
      const result: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
      expect(result).toMatchObject({
        people: 12,
        notLogged: 0,
        notCalled: 0,
        calledTwice: 0,
        outOfOrder: 0,
        calledForeign: 0,
        mailedTwice: 0,
        mailedForeign: 0,
        notMailed: 0,
        inTwoMails: 0,
      })
    },
    PATIENCE_MILLISECONDS,
  )
})
