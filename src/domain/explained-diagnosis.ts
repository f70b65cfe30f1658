import type { Diagnosis, ItemName } from './diagnosis.ts'
import type { Guide, GuideFormat } from './guide.ts'

/** A diagnosis in somebody's language: with its item's title, and its guide if asked for. */
export interface ExplainedDiagnosis<Format extends GuideFormat = GuideFormat> extends Omit<
  Diagnosis,
  'item'
> {
  readonly item: (ItemName & { readonly title: string }) | null
  readonly guide: Guide<Format> | null
}
