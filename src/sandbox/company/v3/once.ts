import { createHash } from 'node:crypto'
import type { EntityName } from '../books/entity-name.ts'
import type { Realms } from '../realms/create-realms.ts'
import type { FirstAnswers } from '../realms/first-answers.ts'
import type { SentAnswer } from './answer.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'

const LONGEST_ID = 50

const nameLists: ReadonlySet<EntityName> = new Set<EntityName>(['Customer', 'Vendor', 'Employee', 'Item'])

interface Needs {
  readonly realms: Realms
  readonly firstAnswers: FirstAnswers
  readonly nameListsIgnoreRequestId: () => boolean
}

interface Work {
  readonly realmId: string
  readonly requestId: string | null
  /** Undefined: a batch. */
  readonly entity: EntityName | undefined
  /** All that makes it the same request. */
  readonly content: readonly unknown[]
  readonly send: (told: Told) => SentAnswer
  readonly perform: () => Told
}

/**
 * Performs a write once for each request id: repetitions get the first answer, byte for byte, and it is kept together
 * with what was written. A refusal is not kept, since it wrote nothing.
 */
export function createOnce({ realms, firstAnswers, nameListsIgnoreRequestId }: Needs) {
  return ({ realmId, requestId, entity, content, send, perform }: Work): SentAnswer => {
    const isIgnored = entity !== undefined && nameLists.has(entity) && nameListsIgnoreRequestId()
    if (requestId === null || isIgnored) return send(perform())
    if (requestId === '' || requestId.length > LONGEST_ID) {
      const detail = `Invalid Request Id Format : ${requestId}`
      return send(refusal({ code: '2130', message: 'Invalid Request Id Format', detail }))
    }
    const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    return realms.atomically(() => {
      const first = firstAnswers.find(realmId, requestId)
      if (first?.fingerprint === fingerprint) return first.answer
      if (first !== undefined) return send(refusal({ code: '600', message: 'Duplicate Request ID' }))
      const told = perform()
      const answer = send(told)
      if (!('refused' in told)) firstAnswers.keep(realmId, requestId, { fingerprint, answer })
      return answer
    })
  }
}

export type Once = ReturnType<typeof createOnce>
