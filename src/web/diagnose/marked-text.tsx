import type { Reason } from '../../domain/diagnosis.ts'

interface Props {
  readonly text: string
  /** What in this text decided. */
  readonly why: readonly Reason[]
}

/** A fault's text with the words that decided marked; overlapping marks are one. */
export function MarkedText({ text, why }: Props) {
  const places = why
    .flatMap(({ start, end }) => (start === null || end === null || start === end ? [] : [{ start, end }]))
    .sort((a, b) => a.start - b.start)
  const pieces = []
  let from = 0
  for (const { start, end } of places) {
    if (end <= from) continue
    const markFrom = Math.max(start, from)
    pieces.push(text.slice(from, markFrom), <mark>{text.slice(markFrom, end)}</mark>)
    from = end
  }
  return (
    <q class="said" dir="auto">
      {pieces}
      {text.slice(from)}
    </q>
  )
}
