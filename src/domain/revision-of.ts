import type { Outbox } from './outbox.ts'

/** The version of a document that callers see: writes that only moved what is to be told do not count. */
export function revisionOf({
  doc,
  version,
}: {
  readonly doc: { readonly outbox?: Outbox | undefined }
  readonly version: number
}): number {
  return version - (doc.outbox?.quietWrites ?? 0)
}
