import type { BooksWrite } from '../books/books.ts'
import type { EntityName } from '../books/entity-name.ts'
import type { Realms } from '../realms/create-realms.ts'
import type { Told } from './told.ts'
import { unsupported } from './unsupported.ts'

interface EntityWrite {
  readonly realmId: string
  readonly requestId: string | null
  readonly entity: EntityName
  readonly body: unknown
  /** `operation=`; null: what the body asks for by having an id or none. */
  readonly operation: string | null
  /** `include=`, several parted by commas. */
  readonly include: string
}

/** Writes, and answers the member that tells what became of it. */
export function writeEntity(
  realms: Realms,
  { realmId, requestId, entity, body, operation, include }: EntityWrite,
): Told {
  const included = include.toLowerCase().split(',')
  const asked = operationOf(operation, body, included.includes('void'))
  if (asked === undefined) return unsupported(String(operation).toUpperCase())
  const write = {
    operation: asked,
    entity,
    body,
    allowDuplicateDocNumber: included.includes('allowduplicatedocnum'),
  }
  const written = realms.write(realmId, write, { by: 'api', requestId })
  if ('refused' in written) return written
  if (asked !== 'delete') return { members: { [entity]: written.entity } }
  return { members: { [entity]: { domain: 'QBO', status: 'Deleted', Id: written.entity.Id } } }
}

function operationOf(
  operation: string | null,
  body: unknown,
  isVoid: boolean,
): BooksWrite['operation'] | undefined {
  switch (operation?.toLowerCase()) {
    case undefined:
    case '': {
      const hasId = typeof body === 'object' && body !== null && 'Id' in body
      return !hasId ? 'create' : isVoid ? 'void' : 'update'
    }
    case 'create':
      return 'create'
    case 'update':
      return isVoid ? 'void' : 'update'
    case 'delete':
      return 'delete'
    case 'void':
      return 'void'
    default:
      return undefined
  }
}
