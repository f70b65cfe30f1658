import { describe, expect, it } from '@jest/globals'
import { mailAtWork } from '../../support/mail-at-work.ts'
import { startPostOffice } from '../../support/post-office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const post = await startPostOffice()
const at = await mailAtWork({ now, smtpUrl: post.url })
const { stores } = at
const work = () => at.work()

const pass = async (milliseconds: number) => {
  clock += milliseconds
  await work()
}
const subjects = (address: string) => post.for(address).map(({ subject }) => subject)

describe('somebody who wants mails less often', () => {
  it('gets one at the next full hour, with all of that hour', async () => {
    const firm = await at.addFirm('hourly', { timeZone: 'Asia/Kolkata' }, { notices: 'hourly' })
    clock = Date.parse('2026-05-10T12:05:00.000Z')
    await firm.fails('inv_1')
    await pass(20 * MINUTE)
    await firm.fails('inv_2')
    await pass(4 * MINUTE)
    expect(post.for(firm.owner)).toHaveLength(0)
    await pass(MINUTE)
    expect(subjects(firm.owner)).toEqual(['2 records did not reach QuickBooks – hourly Accounting'])
  })

  it('gets one at 8 in the morning of the firm, also when the clocks were put forward that night', async () => {
    const firm = await at.addFirm('daily', {}, { notices: 'daily' })
    clock = Date.parse('2027-03-13T22:00:00.000Z')
    await firm.fails('inv_1')
    clock = Date.parse('2027-03-14T11:59:59.000Z')
    await work()
    expect(post.for(firm.owner)).toHaveLength(0)
    await pass(1_000)
    expect(subjects(firm.owner)).toEqual(['1 record did not reach QuickBooks – daily Accounting'])
    expect(post.for(firm.staff)).toHaveLength(0)
  })
})

describe('a reminder', () => {
  it('comes each morning while something has been open for more than a day, and stops when nothing is', async () => {
    const firm = await at.addFirm('slow')
    clock = Date.parse('2027-06-01T15:00:00.000Z')
    await firm.fails('inv_1')
    await pass(MINUTE)
    expect(post.for(firm.owner)).toHaveLength(1)
    // The next morning it is not a day old.
    clock = Date.parse('2027-06-02T12:00:00.000Z')
    await work()
    expect(post.for(firm.owner)).toHaveLength(1)
    for (const day of ['03', '04']) {
      clock = Date.parse(`2027-06-${day}T12:00:00.000Z`)
      await work()
      for (let hour = 0; hour < 11; hour += 1) await pass(HOUR)
    }
    expect(subjects(firm.owner).slice(1)).toEqual(
      Array(2).fill('1 record has been missing from QuickBooks for more than a day – slow Accounting'),
    )
    await firm.goesThrough('inv_1')
    clock = Date.parse('2027-06-07T12:00:00.000Z')
    await work()
    expect(subjects(firm.owner).slice(3)).toEqual(['1 issue is settled – slow Accounting'])
    const kept = await stores.collections.mailboxes.get('slow/owner')
    expect(kept?.doc).toMatchObject({ dueAt: null, reminderAt: null, sending: null })
  })

  it('is the same mail as the news of the day, for whoever wants one a day', async () => {
    const firm = await at.addFirm('both', {}, { notices: 'daily' })
    clock = Date.parse('2027-07-01T15:00:00.000Z')
    await firm.fails('inv_1')
    clock = Date.parse('2027-07-02T12:00:00.000Z')
    await work()
    await pass(HOUR)
    await firm.fails('inv_2')
    clock = Date.parse('2027-07-03T12:00:00.000Z')
    await work()
    await pass(HOUR)
    const mails = post.for(firm.owner)
    expect(mails).toHaveLength(2)
    expect(mails[1]?.subject).toContain('1 record did not reach QuickBooks')
    expect(mails[1]?.text).toContain('Unresolved for more than a day')
    expect(mails[1]?.text).toMatch(/Invoice inv_2[^]*Invoice inv_1/u)
  })

  it('does not count what is skipped', async () => {
    const firm = await at.addFirm('shut')
    clock = Date.parse('2027-08-01T15:00:00.000Z')
    await firm.fails('inv_1')
    await pass(MINUTE)
    await firm.decide('skip', 'inv_1')
    clock = Date.parse('2027-08-04T12:00:00.000Z')
    await work()
    expect(post.for(firm.owner)).toHaveLength(1)
  })
})
