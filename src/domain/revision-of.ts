import type { Issue } from './issue.ts'

/** The version of an issue that callers see: writes that only moved what is to be told do not count. */
export function revisionOf({ doc, version }: { readonly doc: Issue; readonly version: number }): number {
  return version - (doc.outbox?.quietWrites ?? 0)
}
