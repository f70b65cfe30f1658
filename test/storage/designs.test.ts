import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, it } from '@jest/globals'
import { keyDesign } from '../../src/access/key-collection.ts'
import { portalLinkDesign } from '../../src/access/portal-link-collection.ts'
import { sessionDesign } from '../../src/access/session-collection.ts'
import { firmDesign } from '../../src/firms/firm-collection.ts'
import { memberDesign } from '../../src/firms/member-collection.ts'
import { keptAnswerDesign } from '../../src/idempotency/kept-answer.ts'
import { issueDesign } from '../../src/issues/issue-collection.ts'
import { movedHistoryDesign } from '../../src/issues/moved-history.ts'
import { movedReportDesign } from '../../src/issues/moved-reports.ts'
import { syncedRecordDesign } from '../../src/issues/synced-records.ts'
import { webhookDeliveryDesign } from '../../src/notices/webhooks/webhook-delivery.ts'
import { webhookEndpointDesign } from '../../src/notices/webhooks/webhook-endpoint.ts'
import { webhookLaneDesign } from '../../src/notices/webhooks/webhook-lane.ts'
import { authorizationDesign } from '../../src/quickbooks/connection/authorization-collection.ts'
import { connectionDesign } from '../../src/quickbooks/connection/connection-collection.ts'
import { realmDesign } from '../../src/quickbooks/connection/realm-collection.ts'
import { changedEntityDesign } from '../../src/quickbooks/webhooks/changed-entity.ts'
import type { CollectionDesign } from '../../src/storage/collection-design.ts'
import { createTables } from '../../src/storage/sqlite/create-tables.ts'
import { pageSql } from '../../src/storage/sqlite/page-sql.ts'

const designs: readonly CollectionDesign<string>[] = [
  issueDesign,
  movedReportDesign,
  movedHistoryDesign,
  syncedRecordDesign,
  memberDesign,
  firmDesign,
  portalLinkDesign,
  sessionDesign,
  keptAnswerDesign,
  keyDesign,
  connectionDesign,
  realmDesign,
  authorizationDesign,
  changedEntityDesign,
  webhookEndpointDesign,
  webhookLaneDesign,
  webhookDeliveryDesign,
]

const database = new DatabaseSync(':memory:')
afterAll(() => database.close())

const indexes = designs.flatMap((design) => Object.keys(design.indexes).map((index) => ({ design, index })))

describe('what is kept', () => {
  // The summary is only ever counted.
  it.each(indexes.filter(({ index }) => index !== 'summary'))(
    'is read in order from its index, without sorting: $design.name by $index',
    ({ design, index }) => {
      createTables(database, design)
      const asked = design.indexes[index]?.slice(0, -1) ?? []
      const equals = Object.fromEntries(asked.map((field) => [field, 'x']))
      for (const after of [undefined, { value: 'x', id: 'x' }]) {
        const { sql } = pageSql(design, { index, equals, after, descending: true, limit: 50 })
        const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { readonly detail: string }[]
        expect(plan).toHaveLength(1)
        expect(plan[0]?.detail).toMatch(`SEARCH ${design.name} USING INDEX ${design.name}_${index} (`)
      }
    },
  )
})
