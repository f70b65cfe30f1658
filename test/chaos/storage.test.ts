import { describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/root.ts'

interface Result {
  readonly kills: number
  readonly acknowledged: number
  readonly repeated: number
  readonly lost: number
  readonly countedTwice: number
}

describe('a service that is killed again and again', () => {
  it('loses nothing of what it acknowledged, and counts nothing twice', async () => {
    // No patience: what has an Idempotency-Key only and was cut short is taken over after 30 seconds.
    const args = [path.join(root, 'test', 'chaos', 'storage.js'), '5', '7', '0']
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const result = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Result
    expect(result).toMatchObject({ kills: 5, lost: 0, countedTwice: 0 })
    expect(result.acknowledged).toBeGreaterThan(0)
    expect(result.repeated).toBeGreaterThan(0)
  })
})
