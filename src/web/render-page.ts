import type { Response } from 'express'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../domain/language.ts'

/** Answers with a page. */
export function renderPage(response: Response, status: number, language: Language, page: VNode): void {
  response
    .status(status)
    .set('Content-Language', language)
    .vary('Accept-Language')
    .type('html')
    .send(`<!doctype html>${renderToString(page)}`)
}
