import { describe, expect, it } from '@jest/globals'
import { syncdoctor } from '../support/run-cli.ts'

const INPUT = [
  'Please specify the income account',
  '',
  JSON.stringify({
    error: { Fault: { Error: [{ Message: 'Invalid Customer', code: '6250' }] } },
    recordType: 'invoice',
  }),
  JSON.stringify({ Fault: { Error: [{ Message: 'Duplicate Name Exists Error', code: '6240' }] } }),
  'Invoice 17 has no tax rate',
  'Invoice 18 has no tax rate',
].join('\n')

describe('syncdoctor coverage', () => {
  it('tells the share recognised, the counts of the items, and the rest in clusters with drafts', async () => {
    const { code, stdout } = await syncdoctor(['coverage', '--json'], { input: INPUT })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      total: 5,
      recognized: 3,
      items: { 'income-account-missing': 1, 'deleted-customer': 1, 'duplicate-name': 1 },
      clusters: [
        {
          text: 'Invoice … has no tax rate',
          count: 2,
          draft: { case: { failure: { error: 'Invoice 17 has no tax rate' } } },
        },
      ],
    })
  })

  it('prints a summary for people', async () => {
    const { stdout } = await syncdoctor(['coverage'], { input: INPUT })
    expect(stdout).toContain('3 of 5 recognized (60 %)')
    expect(stdout).toContain('2  Invoice … has no tax rate')
    expect(stdout).toContain('says "has no tax rate"')
  })

  it('of nothing is nothing', async () => {
    const { stdout } = await syncdoctor(['coverage', '--json'], { input: '' })
    expect(JSON.parse(stdout)).toEqual({ total: 0, recognized: 0, items: {}, clusters: [] })
  })
})
