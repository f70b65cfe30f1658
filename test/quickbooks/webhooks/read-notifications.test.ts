import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readNotifications } from '../../../src/quickbooks/webhooks/read-notifications.ts'

const event = {
  specversion: '1.0',
  id: '88cd52aa-33b6-4351-9aa4-47572edbd068',
  source: 'intuit.dsnBgbseACLLRZNxo2dfc4evmEJdxde58xeeYcZliOU=',
  type: 'qbo.creditmemo.created.v1',
  datacontenttype: 'application/json',
  time: '2026-03-05T04:00:00-08:00',
  intuitentityid: '95',
  intuitaccountid: '9341453906101234',
  data: {},
}

const older = (entities: readonly object[], realmId = '9341453906101234') => ({
  eventNotifications: [{ realmId, dataChangeEvent: { entities } }],
})
const entity = { name: 'CreditMemo', id: '95', operation: 'Create', lastUpdated: '2026-03-05T12:00:00.000Z' }

const told = {
  realmId: '9341453906101234',
  entity: 'creditmemo',
  entityId: '95',
  operation: 'created',
  changedAt: '2026-03-05T12:00:00.000Z',
}

const read = (value: unknown) => readNotifications(JSON.stringify(value))

describe('a notification', () => {
  it('tells the same in either shape', () => {
    expect(read([event])).toEqual([told])
    expect(read(older([entity]))).toEqual([told])
  })

  it('of a merge tells of both entities, in either shape', () => {
    const merged = [
      { ...told, operation: 'merged' },
      { ...told, entityId: '27', operation: 'deleted' },
    ]
    expect(read([{ ...event, type: 'qbo.creditmemo.merged.v1', data: { deletedid: '27' } }])).toEqual(merged)
    expect(read(older([{ ...entity, operation: 'Merge', deletedId: '27' }]))).toEqual(merged)
  })

  it('of several companies at once tells of each', () => {
    const one = older([entity, { ...entity, id: '96' }])
    const both = {
      eventNotifications: [...one.eventNotifications, ...older([entity], '12').eventNotifications],
    }
    expect(read(both)?.map(({ realmId, entityId }) => [realmId, entityId])).toEqual([
      ['9341453906101234', '95'],
      ['9341453906101234', '96'],
      ['12', '95'],
    ])
  })

  it.each([
    ['another kind of event', { ...event, type: 'com.example.thing' }],
    ['no company', { ...event, intuitaccountid: undefined }],
    ['a company that is none', { ...event, intuitaccountid: '../12' }],
    ['an id that is none', { ...event, intuitentityid: 'a/b' }],
    ['no time', { ...event, time: 'yesterday' }],
  ])('with %s in it is read without that', (_what, odd) => {
    expect(read([odd, event])).toEqual([told])
  })

  it('with data of a kind that is not known is read all the same', () => {
    expect(read([{ ...event, data: 'new' }])).toEqual([told])
  })

  it('that is not JSON is told from one that says nothing', () => {
    expect(readNotifications('{')).toBeUndefined()
    for (const nothing of [[], {}, null, 'text', older([])]) expect(read(nothing)).toEqual([])
  })

  it('may be any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Array.isArray(read(value))).toBe(true)
        expect(Array.isArray(read([{ ...event, data: value }, value]))).toBe(true)
        expect(Array.isArray(read({ eventNotifications: [value] }))).toBe(true)
      }),
    )
  })
})
