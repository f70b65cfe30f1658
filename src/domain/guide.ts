import type { Captures } from './capture.ts'
import type { Evidence } from './evidence.ts'
import type { Language } from './language.ts'

/** How a guide is written out; `text` is for terminals and tickets. */
export type GuideFormat = 'html' | 'markdown' | 'text'

/** An article filled for one diagnosis. */
export interface Guide<Format extends GuideFormat = GuideFormat> {
  readonly language: Language
  readonly format: Format
  readonly title: string
  readonly body: string
}

/** What was read of one firm, and how that firm's country writes it. */
export interface FirmFacts {
  readonly evidence: readonly Evidence[]
  /** E.g. `fr-CA`. */
  readonly locale: string
  /** E.g. `America/Toronto`. */
  readonly timeZone: string
}

/** Which guide, with which values, and how; slug null is the article for the unrecognized. */
export interface GuideRequest<Format extends GuideFormat> {
  readonly slug: string | null
  readonly captures: Captures
  /** Left out: the guide is about no firm. */
  readonly facts?: FirmFacts | undefined
  readonly language: Language
  readonly format: Format
}

/** The knowledge base, ready to be asked. Both throw for a slug that is no item. */
export interface Guides {
  title(slug: string | null, language: Language): string
  render<Format extends GuideFormat>(request: GuideRequest<Format>): Guide<Format>
}
