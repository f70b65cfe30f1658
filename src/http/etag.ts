import type { Language } from '../domain/language.ts'

/** The ETag of one version as one language tells it. */
export function etag(version: number, language: Language): string {
  return `"${version}.${language}"`
}
