import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shorterName } from '../../src/evidence/shorter-name.ts'
import { companyWithCases, hostWriting } from '../support/case-in-books.ts'

const { add, refused, look, reads } = await companyWithCases()

const long = `Preparation of the personal income tax return, with all schedules and forms, of residents of ${'X'.repeat(30)}`
const service = (Name: string) => ({ Name, Type: 'Service', IncomeAccountRef: { value: '1' } })
const record = { type: 'service', id: 's_1', label: long, client: null } as const

describe('the name of a service', () => {
  it('is too long, until the host has a shorter one', async () => {
    const issue = await refused({ entity: 'Item', body: service(long), record })
    expect(issue.item).toBe('unsupported-string-length')
    const before = await look(issue)
    const proposal =
      'Preparation of the personal income tax return, with all schedules and forms, of residents of'
    expect(before.fact('name-length')).toMatchObject({
      cause: 'stands',
      source: 'host',
      values: { name: long, length: String(long.length), maxLength: '100', isTooLong: true, proposal },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    const asked = reads()
    const after = await look(issue, hostWriting('Item', service('T1 return')))
    expect(after.fact('name-length')).toMatchObject({
      cause: 'gone',
      values: { length: '9', proposal: null },
    })
    expect(after.resync).toMatchObject({ recommended: true })
    expect(reads()).toBe(asked)
  })

  it('is not proposed where something has it already', async () => {
    const name = `Bookkeeping ${'Y'.repeat(120)}`
    add('Item', service(shorterName(name, 100)))
    const issue = await refused({ entity: 'Item', body: service(name), record })
    expect((await look(issue)).fact('name-length').values).toMatchObject({ proposal: null, isTooLong: true })
  })

  it('may not hold a colon either', async () => {
    const issue = await refused({ entity: 'Item', body: service(long), record })
    const { fact, resync } = await look(issue, hostWriting('Item', service('Tax: T1 return')))
    expect(fact('name-length').values).toMatchObject({ hasColon: true, proposal: 'Tax T1 return' })
    expect(resync).toMatchObject({ recommended: false })
  })
})

describe('a shorter name', () => {
  it('fits, holds no colon, and is a start of the long one but for blanks and colons', () => {
    const plain = (text: string) => text.toWellFormed().replaceAll(/[:\s\uFFFD]+/gu, '')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 120 }),
        (name, most) => {
          const shorter = shorterName(name, most)
          expect(shorter.length).toBeLessThanOrEqual(most)
          expect(shorter).not.toContain(':')
          expect(plain(name).startsWith(plain(shorter))).toBe(true)
        },
      ),
    )
  })
})
