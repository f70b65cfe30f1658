import { describe, expect, it } from '@jest/globals'
import { within } from '../../../src/web/actions/within.ts'

describe('a page', () => {
  it('does not wait for what does not come', async () => {
    expect(await within(new Promise(() => undefined), 1)).toBeUndefined()
  })

  it('has what comes in time, and hears of what fails', async () => {
    expect(await within(Promise.resolve('facts'))).toBe('facts')
    await expect(within(Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  })
})
