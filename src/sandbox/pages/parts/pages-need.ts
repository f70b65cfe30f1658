import type { Request, RequestHandler } from 'express'
import type { Problem } from '../../../domain/problem.ts'

/** What the pages need of the server they stand in. */
export interface PagesNeed {
  readonly isForeign: (request: Request) => boolean
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}
