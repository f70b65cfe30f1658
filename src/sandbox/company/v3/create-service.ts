import type { Books } from '../books/books.ts'
import { answerTime } from '../answer-time.ts'
import { entityCalled } from '../entity-called.ts'
import type { Realms } from '../realms/create-realms.ts'
import type { SentAnswer } from './answer.ts'
import { answerBatch } from './answer-batch.ts'
import { answerChanges } from './answer-changes.ts'
import { answerQuery } from './answer-query.ts'
import { faultBody } from './fault-body.ts'
import type { Once } from './once.ts'
import { parseBody } from './parse-body.ts'
import { readEntity } from './read-entity.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'
import { unsupported } from './unsupported.ts'
import type { V3Request } from './v3-request.ts'
import { writeAnswer } from './write-answer.ts'
import { writeEntity } from './write-entity.ts'

interface Needs {
  readonly realms: Realms
  readonly once: Once
  readonly now: () => Date
}

/** The accounting service behind the gateway: one request after the other, each whole when it is answered. */
export function createService({ realms, once, now }: Needs) {
  return (request: V3Request, form: 'json' | 'xml'): SentAnswer => {
    const books = realms.books(request.realmId)
    if (books === undefined) throw new Error(`There is no company ${request.realmId}.`)
    const send = (told: Told): SentAnswer => {
      const time = answerTime(now())
      return 'refused' in told
        ? writeAnswer(
            { status: told.refused.httpStatus, body: { Fault: faultBody(told.refused), time } },
            form,
          )
        : writeAnswer({ status: 200, body: { ...told.members, time } }, form)
    }
    switch (request.method) {
      case 'GET':
        return send(read(request, books))
      case 'POST':
        return request.resource === 'query' ? send(queryIn(request, books)) : write(request, send)
      default:
        return send(unsupported(request.method, 405))
    }
  }

  function read(request: V3Request, books: Books): Told {
    const { realmId, resource, rest, parameters } = request
    const [id, ...more] = rest
    if (more.length > 0) return noResource(request)
    if (resource === 'query' && id === undefined) return answerQuery(books, parameters.get('query') ?? '')
    if (resource === 'cdc' && id === undefined) {
      const asked = {
        entities: parameters.get('entities') ?? '',
        changedSince: parameters.get('changedSince') ?? '',
      }
      return answerChanges(books, { ...asked, now: now() })
    }
    const entity = entityCalled(resource)
    if (entity === 'Preferences' && id === undefined) return only(books, entity)
    if (entity === 'CompanyInfo' && id === realmId) return only(books, entity)
    if (entity === undefined || id === undefined) return noResource(request)
    return readEntity(books, entity, id)
  }

  function write(request: V3Request, send: (told: Told) => SentAnswer): SentAnswer {
    const { realmId, resource, rest, parameters } = request
    const entity = entityCalled(resource)
    if ((entity === undefined && resource !== 'batch') || rest.length > 0) return send(noResource(request))
    const parsed = parseBody(request)
    if ('refused' in parsed) return send(parsed)
    const { body } = parsed
    const requestId = parameters.get('requestid')
    const operation = parameters.get('operation')
    const include = parameters.get('include') ?? ''
    return once({
      realmId,
      requestId,
      entity,
      content: [resource, operation, include, body],
      send,
      perform: () =>
        entity === undefined
          ? answerBatch(realms, { realmId, requestId, body })
          : writeEntity(realms, { realmId, requestId, entity, body, operation, include }),
    })
  }
}

export type Service = ReturnType<typeof createService>

function queryIn({ body, parameters, contentType }: V3Request, books: Books): Told {
  const isText = contentType === 'application/text' || contentType === 'text/plain'
  if (!isText && body.length > 0) return refusal({ code: '1050', message: 'Invalid Content Type' })
  return answerQuery(books, parameters.get('query') ?? body.toString())
}

/** What every company has exactly one of. */
function only(books: Books, entity: 'Preferences' | 'CompanyInfo'): Told {
  const [one] = books.all(entity)
  return one === undefined ? noResource({ resource: entity, url: '' }) : { members: { [entity]: one } }
}

function noResource({ resource, url }: Pick<V3Request, 'resource' | 'url'>): Told {
  return unsupported(`Could not find resource for relative : /${resource} of full path: ${url}`)
}
