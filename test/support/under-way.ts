import type { Stores } from '../../src/wiring/create-stores.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { host } from './readings.ts'

interface Ids {
  readonly actionId?: string
  readonly bulkId?: string
  readonly note?: string
}

/** What the examples of the contract call an action and a bulk action. */
export const exampleIds = {
  actionId: 'act_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e41',
  bulkId: 'blk_2f1c6d0e-8f0b-4d7c-9a55-3b7f0c2d9e43',
}

/** A resync of the issue of invoice `inv_88` that has not begun, and a bulk action about that issue. */
export async function somethingUnderWay(
  { actions, bulkActions }: Stores,
  firmId: string,
  { actionId = `act_${firmId}`, bulkId = `blk_${firmId}`, note = 'Try it again' }: Ids = {},
): Promise<void> {
  const id = issueId(firmId, { type: 'invoice', id: 'inv_88' })
  const wish = { kind: 'resync', actor: host, note } as const
  await actions.request(firmId, id, { ...wish, id: actionId, changes: null, link: null })
  const ranks = [{ recordType: 'invoice', issueIds: [id] }] as const
  await bulkActions.request({ ...wish, id: bulkId, firmId, ranks })
}
