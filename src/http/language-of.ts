import type { Request } from 'express'
import { type Language, languages } from '../domain/language.ts'

/** The language to answer in: `lang` of the body or the query, then Accept-Language, then English. */
export function languageOf(request: Request): Language {
  const body: unknown = request.body
  return (
    languageCalled(typeof body === 'object' && body !== null && 'lang' in body ? body.lang : undefined) ??
    languageCalled(request.query.lang) ??
    languageCalled(request.headers['accept-language'] && request.acceptsLanguages([...languages])) ??
    'en'
  )
}

function languageCalled(name: unknown): Language | undefined {
  return languages.find((language) => language === name)
}
