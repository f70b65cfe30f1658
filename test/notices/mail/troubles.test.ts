import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mailAtWork } from '../../support/mail-at-work.ts'
import { startPostOffice } from '../../support/post-office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clock = Date.parse('2026-03-09T14:00:00.000Z')
const now = () => new Date(clock)
const post = await startPostOffice()
const at = await mailAtWork({ now, smtpUrl: post.url })
const { collections } = at.stores
const { mailboxes } = collections

const pass = async (milliseconds: number) => {
  clock += milliseconds
  await at.work()
}
afterEach(() => {
  post.weather = 'take'
  at.logged.length = 0
})

/** A firm whose mail to its owner and admin is due. */
async function dueFirm(firmId: string) {
  const firm = await at.addFirm(firmId)
  await firm.fails('inv_1')
  await at.work()
  clock += MINUTE
  return firm
}

describe('a mail server that is down', () => {
  it('costs no mail: all of it comes in one when it is up again', async () => {
    const firm = await dueFirm('down')
    await post.shut()
    for (let hour = 0; hour < 5; hour += 1) {
      await pass(HOUR)
      await firm.fails(`inv_of_hour_${hour}`)
    }
    expect(post.for(firm.owner)).toHaveLength(0)
    await post.open()
    await pass(HOUR)
    await pass(HOUR)
    expect(post.for(firm.owner).map(({ subject }) => subject)).toEqual([
      '6 records did not reach QuickBooks – down Accounting',
    ])
  })

  it('is asked again after a minute, and then ever more seldom, at least once an hour', async () => {
    await dueFirm('patient')
    post.weather = 'refuse-for-now'
    const asked: number[] = []
    const began = clock
    for (let minute = 0; minute < 400; minute += 1) {
      const before = at.logged.length
      await pass(MINUTE)
      if (at.logged.length > before) asked.push(Math.round((clock - began) / MINUTE))
    }
    expect(asked).toEqual([1, 2, 4, 8, 16, 32, 64, 124, 184, 244, 304, 364])
    expect(JSON.stringify(at.logged)).not.toContain('.example')
  })
})

describe('an answer that is lost', () => {
  it('costs one mail more, of the same name and with the same in it', async () => {
    const firm = await dueFirm('lost')
    post.weather = 'take-and-vanish'
    await at.work()
    post.weather = 'take'
    await firm.fails('inv_2')
    await pass(10 * MINUTE)
    const [first, second, ...more] = post.for(firm.owner)
    expect(more).toEqual([])
    expect(second?.messageId).toBe(first?.messageId)
    expect(second?.text?.replace('2 issues are', '1 issue is')).toBe(first?.text)
    // What came since is told in its own mail.
    await pass(16 * MINUTE)
    expect(post.for(firm.owner).at(-1)?.text).toContain('Invoice inv_2')
    expect(post.for(firm.owner).at(-1)?.messageId).not.toBe(first?.messageId)
  })
})

describe('an address that is not taken', () => {
  it('is given up after some tries, and nothing of it is logged', async () => {
    const firm = await dueFirm('nobody')
    post.weather = 'refuse-recipient'
    for (let hour = 0; hour < 8; hour += 1) await pass(HOUR)
    const told = at.logged.map(([event]) => event as { memberId: string; outcome: string })
    expect(told.filter(({ memberId }) => memberId === 'owner').map(({ outcome }) => outcome)).toEqual([
      'put-off',
      'put-off',
      'put-off',
      'put-off',
      'given-up',
    ])
    expect(JSON.stringify(at.logged)).not.toMatch(/example|secret|here/u)
    // The next news are offered again.
    post.weather = 'take'
    await firm.fails('inv_2')
    await pass(HOUR)
    expect(post.for(firm.owner)).toHaveLength(1)
  })

  it('is not given up while it is we who are not welcome', async () => {
    const firm = await dueFirm('unwelcome')
    post.weather = 'refuse-sender'
    for (let hour = 0; hour < 12; hour += 1) await pass(HOUR)
    post.weather = 'take'
    await pass(HOUR)
    expect(post.for(firm.owner)).toHaveLength(1)
  })
})

describe('a process that is killed', () => {
  it('at any write, costs at most one mail more, of the same name, and loses none', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(8), { minLength: 1, maxLength: 4 }), async (deaths) => {
        const firm = await dueFirm(`killed${(run += 1)}`)
        const replace = mailboxes.replace.bind(mailboxes)
        for (const writes of deaths) {
          let left = writes
          // From then on nothing it wants is kept, as when it is dead.
          mailboxes.replace = (doc, version) => {
            left -= 1
            return left < 0 ? Promise.reject(new Error('killed')) : replace(doc, version)
          }
          await at.work().catch(() => undefined)
          mailboxes.replace = replace
          clock += 3 * MINUTE
        }
        await at.work()
        await pass(3 * MINUTE)
        for (const address of [firm.owner, firm.admin]) {
          const mails = post.for(address)
          expect(mails.length).toBeGreaterThan(0)
          expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1)
          expect(mails.length).toBeLessThanOrEqual(1 + deaths.length)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('between the answer and the write, leaves a mail that is sent again under its name', async () => {
    const firm = await dueFirm('between')
    const replace = mailboxes.replace.bind(mailboxes)
    mailboxes.replace = (doc, version) =>
      doc.lease === null ? Promise.reject(new Error('killed')) : replace(doc, version)
    await at.work()
    mailboxes.replace = replace
    expect(post.for(firm.owner)).toHaveLength(1)
    await pass(3 * MINUTE)
    await pass(HOUR)
    const [one, two, ...more] = post.for(firm.owner)
    expect(two?.messageId).toBe(one?.messageId)
    expect(more).toEqual([])
  })
})

describe('several processes', () => {
  it('send each mail once', async () => {
    const firm = await dueFirm('several')
    await Promise.all([at.mail.sendDue(), at.mail.sendDue(), at.mail.sendDue()])
    expect(post.for(firm.owner)).toHaveLength(1)
    expect(post.for(firm.admin)).toHaveLength(1)
  })

  it('tell what happens while a mail is on its way in the next one', async () => {
    const firm = await dueFirm('meanwhile')
    const replace = mailboxes.replace.bind(mailboxes)
    let isFirst = true
    mailboxes.replace = async (doc, version) => {
      const done = await replace(doc, version)
      if (isFirst && doc.sending !== null) {
        isFirst = false
        await firm.fails('inv_2')
        await at.relay()
      }
      return done
    }
    await at.mail.sendDue()
    mailboxes.replace = replace
    await pass(14 * MINUTE)
    expect(post.for(firm.owner)).toHaveLength(1)
    await pass(2 * MINUTE)
    expect(post.for(firm.owner).map(({ text }) => /Invoice inv_\d/u.exec(text ?? '')?.[0])).toEqual([
      'Invoice inv_1',
      'Invoice inv_2',
    ])
  })
})
