import type { Readable } from 'node:stream'
import type { Problem } from '../domain/problem.ts'
import type { operations } from './api-types.ts'
import type { CallerContext, Context, FirmContext } from './context.ts'

export type OperationId = keyof operations

type Content<T> = T extends { content: infer C } ? C : never
type Json<T> = Content<T> extends { 'application/json': infer B } ? B : never
type OfParameters<Id extends OperationId, In extends string> =
  operations[Id]['parameters'] extends Partial<Record<In, infer P>> ? P : undefined

/** A validated request, typed by the contract. */
export interface OperationRequest<Id extends OperationId> {
  readonly body: operations[Id] extends { requestBody: infer B } ? Json<B> : undefined
  readonly query: OfParameters<Id, 'query'>
  readonly path: OfParameters<Id, 'path'>
  readonly header: OfParameters<Id, 'header'>
}

interface Headed {
  readonly headers?: Readonly<Record<string, string>>
}

type Responses<Id extends OperationId> = operations[Id]['responses']

/** The statuses that are answered with JSON, and those without a body. */
type JsonStatus<Id extends OperationId> = {
  [Status in keyof Responses<Id>]: [Json<Responses<Id>[Status]>] extends [never] ? never : Status
}[keyof Responses<Id>]
type EmptyStatus<Id extends OperationId> = keyof Responses<Id> & 204

interface JsonReply<Id extends OperationId> extends Headed {
  readonly status: Exclude<JsonStatus<Id>, 204>
  readonly body: Json<Responses<Id>[Exclude<JsonStatus<Id>, 204>]>
}

interface EmptyReply<Id extends OperationId> extends Headed {
  readonly status: EmptyStatus<Id>
}

/** An answer in a text format that the contract declares. */
export interface TextReply extends Headed {
  readonly status: 200
  readonly mediaType: 'text/markdown' | 'text/html'
  readonly text: string
}

/** An answer that goes on until either side ends it. */
export interface StreamReply extends Headed {
  readonly status: 200
  readonly mediaType: 'text/event-stream'
  readonly stream: Readable
}

export type Reply<Id extends OperationId> = JsonReply<Id> | EmptyReply<Id> | TextReply | StreamReply | Problem

type ContextOf<Id extends OperationId> = operations[Id]['responses'] extends { 401: unknown }
  ? operations[Id]['parameters'] extends { path: { firmId: string } }
    ? FirmContext
    : CallerContext
  : Context

/** One operation of the contract: expected refusals are Problems, bugs are exceptions. */
export type Handler<Id extends OperationId> = (
  request: OperationRequest<Id>,
  context: Id extends 'putFirm' ? CallerContext : ContextOf<Id>,
) => Reply<Id> | Promise<Reply<Id>>
