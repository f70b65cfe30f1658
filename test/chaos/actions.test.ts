import { describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/root.ts'

describe('workers that are killed again and again while the host pushes too and QuickBooks loses answers', () => {
  it('lose nothing that was acknowledged, write nothing twice, and leave every issue as it truly is', async () => {
    const args = [path.join(root, 'test', 'chaos', 'actions.js'), '8', '7', '120000']
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const result: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
    expect(result).toMatchObject({
      records: 42,
      lost: 0,
      writtenTwice: 0,
      notWritten: 0,
      untrue: 0,
      incompleteHistories: 0,
      bugs: 0,
    })
    expect(result).toMatchObject({ actions: expect.any(Number), states: { succeeded: expect.any(Number) } })
  })
})
