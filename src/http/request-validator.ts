import addFormats from 'ajv-formats'
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import type { RequestFault } from '../domain/problem.ts'
import type { ApiDocument, ApiOperation, ApiParameter, ApiReference } from './api-document.ts'
import { requestFault } from './request-fault.ts'

/** A body of a thousand broken entries must not become an answer of many megabytes. */
const MAX_FAULTS = 1_000
/** No list of the contract has room for more; the time that ajv takes over faults of entries is quadratic. */
const MAX_ENTRIES = 1_000
const CONTRACT = 'contract'

/** The parts of a request that the contract speaks of; values of query and path get their declared types. */
export interface RequestParts {
  readonly body: unknown
  readonly query: Record<string, unknown>
  readonly path: Record<string, unknown>
  /** Only the headers that the contract names. */
  readonly header: Record<string, unknown>
}

/** Every fault of a request; none if it keeps the contract. */
export type ValidateRequest = (parts: RequestParts) => readonly RequestFault[]

/** Validators made from the contract at once, so that a broken schema stops the start and no first caller waits. */
export function createRequestValidators(document: ApiDocument) {
  // The contract holds more than schemas; references into it are followed by their pointers.
  const options: Options = { allErrors: true, strict: false, validateSchema: false }
  const bodies = formats(new Ajv2020(options)).addSchema(document, CONTRACT)
  // What stands in an address is text: numbers are read from it.
  const texts = formats(new Ajv2020({ ...options, coerceTypes: true })).addSchema(document, CONTRACT)

  return (template: string, method: string, operation: ApiOperation): ValidateRequest => {
    const at = `${CONTRACT}#/paths/${template.replaceAll('/', '~1')}/${method}`
    const parameters = (operation.parameters ?? []).map((parameter, i) => ({
      ...resolve(parameter),
      $ref: '$ref' in parameter ? `${CONTRACT}${parameter.$ref}/schema` : `${at}/parameters/${i}/schema`,
    }))
    const of = (part: ApiParameter['in']) =>
      texts.compile({
        type: 'object',
        // Headers that an operation does not know are none of its business.
        additionalProperties: part === 'header',
        required: parameters.filter((one) => one.in === part && one.required).map(({ name }) => name),
        properties: Object.fromEntries(
          parameters.filter((one) => one.in === part).map(({ name, $ref }) => [name, { $ref }]),
        ),
      })
    const query = of('query')
    const path = of('path')
    const header = of('header')
    const body =
      operation.requestBody === undefined
        ? undefined
        : bodies.compile({ $ref: `${at}/requestBody/content/application~1json/schema` })
    return (parts) =>
      [
        ...faultsOf('path', path, parts.path),
        ...faultsOf('query', query, parts.query),
        ...faultsOf('header', header, parts.header),
        ...(body === undefined ? [] : faultsOf('body', body, cut(parts.body))),
      ].slice(0, MAX_FAULTS)
  }

  function resolve(parameter: ApiParameter | ApiReference): ApiParameter {
    if (!('$ref' in parameter)) return parameter
    const named = document.components.parameters[parameter.$ref.slice(parameter.$ref.lastIndexOf('/') + 1)]
    if (named === undefined) throw new Error(`The contract lacks ${parameter.$ref}.`)
    return named
  }
}

/** A body whose lists are too long at most by one entry: one is as wrong as a million. */
function cut(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !Object.values(body).some(isTooLong)) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: readonly [string, unknown]) => [
      name,
      isTooLong(value) ? value.slice(0, MAX_ENTRIES + 1) : value,
    ]),
  )
}

function isTooLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > MAX_ENTRIES
}

/** Moments and days that do not exist are no moments and days. */
function formats(ajv: Ajv2020): Ajv2020 {
  addFormats.default(ajv)
  return ajv
}

function faultsOf(
  part: RequestFault['in'],
  validate: ValidateFunction,
  value: unknown,
): readonly RequestFault[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => requestFault(part, error))
}
