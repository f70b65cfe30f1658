import type { Passage } from './passage.ts'

// How a new record of a log begins: a date, a clock, a level, a syslog priority, an address, or a process name.
export const RECORD_START =
  /\n(?=[ \t]{0,8}(?:\[?\d{4}[-/]\d\d[-/]\d\d|\[?\d\d:\d\d:\d\d|\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ ,]+\d|\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)\b|[DIWEF], \[|<\d{1,3}>|\d{1,3}(?:\.\d{1,3}){3} |level=|time=|ts=|Caused by: |Traceback |\{"(?:level|time|ts|timestamp|severity|msg)"))/gu
// A number at the end of a line and one at the start of the next are two numbers, not one with a separator.
const NUMBER_BREAK = /(?<=\d)[ \t]{0,8}\n(?=[ \t]{0,8}\d)/gu

/** The rest of a longer log is one record: the words of interest in it are found all the same. */
const MAX_RECORDS = 2_000

const PREFIXES: readonly RegExp[] = [
  // syslog: priority, date, host, process.
  /^<\d{1,3}>\d?\s{0,2}/u,
  /^\[?(?:\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?|\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?\s?(?:Z|UTC|[+-]\d\d:?\d\d)?\]?[\s:|-]{0,4}/u,
  /^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \S{1,80} \S{1,80}: /u,
  /^[DIWEF], \[[^\]]{0,80}\]\s{0,4}\w{0,10} -- [^:]{0,60}:\s{0,4}/u,
  // A level, which the words of the Java SDK begin with, too.
  /^(?!ERROR CODE:)[[<(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE)[\]>)]?[\s:|-]{1,4}/u,
  /^\[(?!\d{3,5}\])[\w.:/#@ -]{1,80}\][\s:|-]{0,4}/u,
]

/** A text cut into the records of a log, each without what logs put before the words. A text of one record is one. */
export function segments(passage: Passage): readonly Passage[] {
  const cuts = cutsOf(passage.text)
  const starts = [0, ...cuts]
  return starts
    .map((start, i) => withoutPrefix(passage.slice(start, cuts[i] ?? passage.text.length).trim()))
    .filter(({ text }) => text !== '')
}

function cutsOf(text: string): readonly number[] {
  if (!text.includes('\n')) return []
  return [...firstPlaces(text, RECORD_START), ...firstPlaces(text, NUMBER_BREAK)]
    .sort((a, b) => a - b)
    .slice(0, MAX_RECORDS)
}

function firstPlaces(text: string, pattern: RegExp): readonly number[] {
  const places: number[] = []
  for (const { index } of text.matchAll(pattern)) {
    places.push(index)
    if (places.length === MAX_RECORDS) break
  }
  return places
}

/** Loggers put one thing before another, in any order. */
function withoutPrefix(segment: Passage, most = PREFIXES.length): Passage {
  const length = Math.max(...PREFIXES.map((prefix) => prefix.exec(segment.text)?.[0].length ?? 0))
  if (length === 0 || length >= segment.text.length || most === 0) return segment
  return withoutPrefix(segment.slice(length, segment.text.length).trim(), most - 1)
}
