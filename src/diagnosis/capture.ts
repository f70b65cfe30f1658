import type { CaptureSource, Captures } from '../domain/capture.ts'
import type { Facts } from '../domain/condition.ts'
import { compilePattern } from './compile-pattern.ts'
import { plainQuotes } from '../phrases/plain-quotes.ts'

/** The named values of an item as they stand in one fault; what the text lacks, perhaps cut away, is absent. */
export function capture(wanted: Readonly<Record<string, readonly CaptureSource[]>>, facts: Facts): Captures {
  const text = String(facts.text ?? '')
  const plain = plainQuotes(text)
  const captures: Record<string, string> = {}
  for (const [name, sources] of Object.entries(wanted)) {
    for (const source of sources) {
      const value = read(name, source)
      if (value === undefined) continue
      captures[name] = value
      break
    }
  }
  return captures

  function read(name: string, source: CaptureSource): string | undefined {
    if ('fact' in source) {
      const value = facts[source.fact]
      return value === null ? undefined : String(value)
    }
    // Found with plain quotes, cut from the text as written: a name keeps its own apostrophe.
    const value =
      plain === text
        ? compilePattern(source.pattern, 'iu').exec(text)?.groups?.[name]
        : cut(text, compilePattern(source.pattern, 'diu').exec(plain)?.indices?.groups?.[name])
    if (value === undefined) return undefined
    return (source.as === 'digits' ? value.replace(/\D/gu, '') : value.trim()) || undefined
  }
}

function cut(text: string, place: readonly [number, number] | undefined): string | undefined {
  return place === undefined ? undefined : text.slice(...place)
}
