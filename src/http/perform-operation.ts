import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream'
import type { Request, RequestHandler, Response } from 'express'
import type { Language } from '../domain/language.ts'
import type { Problem, RequestFault } from '../domain/problem.ts'
import type { Answer } from '../idempotency/kept-answer.ts'
import type { PerformOnce } from '../idempotency/once.ts'
import type { ApiOperation } from './api-document.ts'
import type { Context, Services } from './context.ts'
import type { OperationId, StreamReply, TextReply } from './handler.ts'
import { invalidRequest } from './invalid-request.ts'
import { languageOf } from './language-of.ts'
import { nestingOf } from './nesting-of.ts'
import type { Opened } from './open-operation.ts'
import { operations } from './operations.ts'
import type { RequestParts, ValidateRequest } from './request-validator.ts'

interface Needs {
  readonly services: Services
  readonly performOnce: PerformOnce
  readonly refuse: (problem: Problem) => RequestHandler
}

interface JsonReply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

type Reply = JsonReply | TextReply | StreamReply | Problem

type ErasedHandler = (request: RequestParts, context: Context & Partial<Opened>) => Promise<Reply>

/** What is kept is written as JSON, which calls itself on each level. */
const MAX_NESTING = 100
const TOO_DEEP: RequestFault = { in: 'body', pointer: '', code: 'nesting', expected: String(MAX_NESTING) }

/** Runs operations: validates the request, performs it (once, if it has an Idempotency-Key), and sends the reply. */
export function createPerformOperation({ services, performOnce, refuse }: Needs) {
  return ({ operationId, parameters = [] }: ApiOperation, validate: ValidateRequest): RequestHandler => {
    const takesKey = parameters.some((one) => '$ref' in one && one.$ref.endsWith('/IdempotencyKey'))
    // The contract validates the request, so that it has the type of this operation's handler.
    const handle = operations[operationId as OperationId] as unknown as ErasedHandler
    return async (request, response) => {
      const parts = partsOf(request)
      const language = languageOf(request)
      const opened = response.locals.opened as Opened | undefined
      const isTooDeep = opened !== undefined && nestingOf(parts.body) > MAX_NESTING
      const errors = isTooDeep ? [TOO_DEEP] : validate(parts)
      if (errors.length > 0) {
        answer(request, response, language, invalidRequest(...errors))
        return
      }
      const key = takesKey ? parts.header['Idempotency-Key'] : undefined
      const context = {
        ...services,
        ...opened,
        language: languageOf(request),
        accepts: acceptsOf(request, response),
      }
      if (typeof key !== 'string' || opened === undefined) {
        answer(request, response, language, await handle(parts, context))
        return
      }
      let refusal: Reply = { problem: 'internal-error' }
      const { principal } = opened
      const id = hashOf([principal.type, principal.id, operationId, parts.path, key.replace(/^"|"$/gu, '')])
      const once = await performOnce({
        id,
        firmId: opened.firm?.doc.id ?? '',
        fingerprint: hashOf(parts.body),
        perform: async () => {
          const reply = await handle(parts, { ...context, occurrenceId: id } as Context)
          if ('body' in reply || !('problem' in reply || 'mediaType' in reply)) return answerOf(reply)
          refusal = reply
          return undefined
        },
      })
      answer(request, response, language, replyOf(once, refusal))
    }
  }

  function answer(request: Request, response: Response, language: Language, reply: Reply | Answer): void {
    if ('problem' in reply) {
      refuse(reply)(request, response, () => undefined)
      return
    }
    if (reply.headers !== undefined) response.set(reply.headers)
    response.setHeader('Content-Language', language)
    response.vary('Accept-Language')
    send(response, reply)
  }
}

const JSON_TYPE = 'application/json; charset=utf-8'
const NO_HEADERS = {}

function partsOf({ body, query, params, headers }: Request): RequestParts {
  const key = headers['idempotency-key']
  const match = headers['if-match']
  const lastEvent = headers['last-event-id']
  const header =
    key === undefined && match === undefined && lastEvent === undefined
      ? NO_HEADERS
      : {
          ...(key !== undefined && { 'Idempotency-Key': key }),
          ...(match !== undefined && { 'If-Match': match }),
          ...(lastEvent !== undefined && { 'Last-Event-ID': lastEvent }),
        }
  return { body: body as unknown, query, path: params, header }
}

function acceptsOf(request: Request, response: Response): Context['accepts'] {
  return (types) => {
    response.vary('Accept')
    return request.accepts([...types]) || undefined
  }
}

function answerOf({ status, body, headers = NO_HEADERS }: JsonReply): Answer {
  return { status, headers, body: JSON.stringify(body) }
}

function replyOf(once: Awaited<ReturnType<PerformOnce>>, refusal: Reply): Reply | Answer {
  switch (once.outcome) {
    case 'performed':
      return once.answer
    case 'replayed':
      return { ...once.answer, headers: { ...once.answer.headers, 'Idempotent-Replayed': 'true' } }
    case 'refused':
      return refusal
    case 'in-flight':
      return { problem: 'request-in-flight', headers: { 'Retry-After': '5' } }
    case 'other-request':
      return { problem: 'idempotency-key-reused' }
  }
}

function send(response: Response, reply: TextReply | StreamReply | JsonReply | Answer): void {
  response.status(reply.status)
  if ('stream' in reply) sendStream(response, reply)
  else if ('text' in reply) response.type(reply.mediaType).send(reply.text)
  else if (reply.body === undefined) response.end()
  // Express would hash the body for an ETag, which only a GET has a use for.
  else if (response.req.method === 'GET') response.json(reply.body)
  else response.setHeader('Content-Type', JSON_TYPE).end(textOf(reply))
}

function sendStream(response: Response, { mediaType, stream }: StreamReply): void {
  response.type(mediaType)
  if (response.locals.isHead === true) {
    stream.destroy()
    response.end()
    return
  }
  response.flushHeaders()
  // Whichever side ends it ends the other, and neither is a fault.
  pipeline(stream, response, () => undefined)
}

function textOf(reply: JsonReply | Answer): string {
  return typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
