import type { WaitingFor } from '../../domain/action.ts'
import type { Issue } from '../../domain/issue.ts'
import { type RecordType, recordTypes } from '../../domain/record-type.ts'
import type { Translate } from '../../messages/translate.ts'
import { awaitedRecord } from './awaited-record.ts'

interface Needs {
  readonly issueOf: (
    firmId: string,
    record: { readonly type: RecordType; readonly id: string },
  ) => Promise<Issue | undefined>
}

export type ReadLabels = (
  firmId: string,
  awaited: readonly (WaitingFor | null)[],
  say: Translate,
) => Promise<(record: string) => string>

/** How people know the records that are waited for: by their label where an issue tells it, else by their id. */
export function createReadLabels({ issueOf }: Needs): ReadLabels {
  return async (firmId, awaited, say) => {
    const records = new Set(awaited.filter((one) => one !== null).filter(awaitedRecord))
    const labels = new Map<string, string>()
    for (const record of records) {
      const [kind = '', ...rest] = record.split('/')
      const id = rest.join('/')
      const type = recordTypes.find((one) => one === kind)
      if (type === undefined) continue
      const issue = await issueOf(firmId, { type, id })
      labels.set(record, issue?.record.label ?? `${say(`recordType.${type}`)} ${id}`)
    }
    return (record) => labels.get(record) ?? record
  }
}
