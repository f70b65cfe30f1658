import { $RefParser } from '@apidevtools/json-schema-ref-parser'
import { describe, expect, it } from '@jest/globals'
import type { AnySchemaObject } from 'ajv/dist/2020.js'
import path from 'node:path'
import { type Notice, type NoticeType, noticeTypes } from '../../../src/domain/notice.ts'
import { presentNotice } from '../../../src/notices/present-notice.ts'
import { root } from '../../../src/root.ts'
import { examplesOf, faultsOf, type MediaType } from '../../support/api-client.ts'
import { host } from '../../support/readings.ts'

interface Documented {
  readonly post: {
    readonly summary: string
    readonly description: string
    readonly requestBody: { readonly content: { readonly 'application/json': MediaType } }
  }
}

const document = (await $RefParser.dereference(path.join(root, 'openapi', 'openapi.yaml'))) as unknown as {
  readonly webhooks: Readonly<Record<string, Documented>>
  readonly components: { readonly schemas: { readonly EventType: AnySchemaObject } }
}
const types: readonly string[] = [...noticeTypes, 'test']
const contentOf = (type: string) => document.webhooks[type]?.post.requestBody.content['application/json']

/** A notice of every type, with a canary wherever it holds what is nobody's business. */
const CANARY = 'zqcanary'
const told = { id: 'evt_1', firmId: 'acme', at: '2026-03-02T09:41:07.000Z', subject: 'x', sequence: 1 }
const ofIssue = (type: Extract<NoticeType, `issue.${string}`>): Notice => ({
  ...told,
  type,
  issue: {
    id: 'iss_9335f7d6e32227ffda10de4d',
    record: { type: 'invoice', id: 'inv_88', label: CANARY, money: { minor: 8_675_309, currency: 'USD' } },
    item: 'duplicate-name',
    formerItem: null,
    actor: host,
    actionId: null,
  },
})
const ofConnection = (type: Extract<NoticeType, `connection.${string}`>): Notice => ({
  ...told,
  type,
  connection: { companyName: CANARY, endsAt: told.at, daysLeft: 7, actor: host },
})
const samples: Readonly<Record<NoticeType, Notice>> = {
  'issue.opened': ofIssue('issue.opened'),
  'issue.reopened': ofIssue('issue.reopened'),
  'issue.cause-changed': ofIssue('issue.cause-changed'),
  'issue.waiting-for-reconnect': ofIssue('issue.waiting-for-reconnect'),
  'issue.resolved': ofIssue('issue.resolved'),
  'issue.deleted': ofIssue('issue.deleted'),
  'connection.ending': ofConnection('connection.ending'),
  'connection.lost': ofConnection('connection.lost'),
  'webhook-endpoint.disabled': {
    ...told,
    type: 'webhook-endpoint.disabled',
    endpoint: { id: 'whe_1', url: `https://${CANARY}.example/`, reason: 'failing' },
  },
}

describe('the contract', () => {
  it('has a webhook for everything that is told, and names each as a type that can be wanted', () => {
    const ofHosts = ['record.', 'service.']
    const declared = Object.keys(document.webhooks).filter(
      (type) => !ofHosts.some((own) => type.startsWith(own)),
    )
    expect(declared.toSorted()).toEqual(types.toSorted())
    expect(document.components.schemas.EventType.enum).toEqual(noticeTypes)
  })

  it.each(types)('shows an example of %s that is valid', (type) => {
    const content = contentOf(type)
    if (content === undefined) throw new Error('It is not described.')
    const examples = examplesOf(content)
    expect(examples).toHaveLength(1)
    for (const [, value] of examples) {
      expect(value).toMatchObject({ type })
      expect(faultsOf(content.schema, value)).toBeUndefined()
    }
  })
})

describe('what is sent', () => {
  it.each(Object.entries(samples))('of %s is as the contract has it, and thin', (type, notice) => {
    const sent: unknown = JSON.parse(JSON.stringify(presentNotice(notice)))
    expect(faultsOf(contentOf(type)?.schema ?? { not: {} }, sent)).toBeUndefined()
    const text = JSON.stringify(sent)
    for (const canary of [CANARY, '8675309']) expect(text).not.toContain(canary)
    expect(text.length).toBeLessThan(1_000)
  })
})
