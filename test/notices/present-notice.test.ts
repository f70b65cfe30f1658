import { describe, expect, it } from '@jest/globals'
import { presentNotice } from '../../src/notices/present-notice.ts'

const told = { id: 'evt_1', firmId: 'acme', at: '2026-03-05T12:00:00.000Z', sequence: 3 }
const ada = { type: 'member', id: 'mem_1', via: null } as const

describe('what other programs are told', () => {
  it('of an issue is which record it is about, and whose doing it was, without a name or an amount', () => {
    const record = {
      type: 'invoice',
      id: 'inv_88',
      label: 'Invoice 1781',
      money: { minor: 125_000, currency: 'USD' },
    } as const
    const issue = {
      id: 'iss_9f2',
      record,
      item: 'duplicate-document-number',
      formerItem: null,
      actor: ada,
      actionId: 'act_1',
    }
    expect(presentNotice({ ...told, subject: 'iss_9f2', type: 'issue.resolved', issue })).toEqual({
      id: 'evt_1',
      type: 'issue.resolved',
      timestamp: '2026-03-05T12:00:00.000Z',
      data: {
        firmId: 'acme',
        sequence: 3,
        actor: ada,
        actionId: 'act_1',
        issue: {
          id: 'iss_9f2',
          record: { type: 'invoice', id: 'inv_88' },
          item: 'duplicate-document-number',
          formerItem: null,
        },
      },
    })
  })

  it('of a connection is when it ends, without the name of the company', () => {
    const connection = {
      companyName: 'Northwind LLC',
      endsAt: '2026-03-12T12:00:00.000Z',
      daysLeft: 7,
      actor: ada,
    }
    expect(
      presentNotice({ ...told, subject: 'connection', type: 'connection.ending', connection }).data,
    ).toEqual({
      firmId: 'acme',
      sequence: 3,
      actor: ada,
      actionId: null,
      connection: { endsAt: '2026-03-12T12:00:00.000Z', daysLeft: 7 },
    })
  })

  it('of a webhook endpoint is which one, without its address', () => {
    const endpoint = { id: 'whe_1', url: 'https://hooks.example.com/s3cret', reason: 'gone' } as const
    expect(
      presentNotice({ ...told, subject: 'whe_1', type: 'webhook-endpoint.disabled', endpoint }).data,
    ).toEqual({
      firmId: 'acme',
      sequence: 3,
      actor: null,
      actionId: null,
      endpoint: { id: 'whe_1', reason: 'gone' },
    })
  })
})
