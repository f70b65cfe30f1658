import type { Problem } from '../domain/problem.ts'
import type { operations } from './api-types.ts'
import type { Context } from './context.ts'

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
}

type JsonReply<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: Json<operations[Id]['responses'][Status]> extends never
    ? never
    : { readonly status: Status; readonly body: Json<operations[Id]['responses'][Status]> }
}[keyof operations[Id]['responses']]

/** An answer in a text format that the contract declares. */
export interface TextReply {
  readonly status: 200
  readonly mediaType: 'text/markdown' | 'text/html'
  readonly text: string
}

export type Reply<Id extends OperationId> = JsonReply<Id> | TextReply | Problem

/** One operation of the contract: expected refusals are Problems, bugs are exceptions. */
export type Handler<Id extends OperationId> = (
  request: OperationRequest<Id>,
  context: Context,
) => Reply<Id> | Promise<Reply<Id>>
