import type { Diagnose } from '../domain/diagnosis.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'

/** What operations work with. */
export interface Services {
  readonly diagnose: Diagnose
  readonly guides: Guides
  /** The error table, by number. */
  readonly items: readonly ErrorItem[]
  /** False while the service stops. */
  readonly isReady: () => boolean
}

/** One call of an operation: the services, and the language of its caller. */
export interface Context extends Services {
  readonly language: Language
  /** Which of these media types the caller likes best; undefined: none of them. */
  readonly accepts: (mediaTypes: readonly string[]) => string | undefined
}
