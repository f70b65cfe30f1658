import type { Members } from './members.ts'

/** The documents that a document is linked with: what pays it, or what it pays. */
export function linksOf({
  LinkedTxn,
  Line,
}: Members): readonly { readonly type: string; readonly id: string }[] {
  const all = [...LinkedTxn, ...Line.flatMap((line) => line.LinkedTxn)]
  const once = new Map(all.map(({ TxnType: type, TxnId: id }) => [`${type}/${id}`, { type, id }]))
  return [...once.values()]
}
