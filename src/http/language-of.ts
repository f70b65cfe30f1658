import type { Request } from 'express'
import { type Language, languages } from '../domain/language.ts'

/** The language to answer in: `lang` of the body or the query, then Accept-Language, then English. */
export function languageOf(request: Request): Language {
  const body: unknown = request.body
  const wanted = [
    typeof body === 'object' && body !== null && 'lang' in body ? body.lang : undefined,
    request.query.lang,
    request.headers['accept-language'] && request.acceptsLanguages([...languages]),
  ]
  return wanted.flatMap((value) => languages.filter((language) => language === value))[0] ?? 'en'
}
