import type { CaptureSource, Captures } from '../domain/capture.ts'
import type { Facts } from '../domain/condition.ts'
import { compilePattern } from './compile-pattern.ts'
import { plainQuotes } from '../phrases/plain-quotes.ts'

/** The named values of an item as they stand in one fault; what the text lacks, perhaps cut away, is absent. */
export function capture(wanted: Readonly<Record<string, readonly CaptureSource[]>>, facts: Facts): Captures {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, sources]) => {
      const value = sources.map((source) => read(name, source, facts)).find((found) => found !== undefined)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function read(name: string, source: CaptureSource, facts: Facts): string | undefined {
  if ('fact' in source) {
    const value = facts[source.fact]
    return value === null ? undefined : String(value)
  }
  const text = String(facts.text ?? '')
  // Found with plain quotes, cut from the text as written: a name keeps its own apostrophe.
  const place = compilePattern(source.pattern).exec(plainQuotes(text))?.indices?.groups?.[name]
  if (place === undefined) return undefined
  const value = text.slice(...place)
  return (source.as === 'digits' ? value.replace(/\D/gu, '') : value.trim()) || undefined
}
