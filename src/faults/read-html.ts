import { Parser } from 'htmlparser2'
import type { Fault } from '../domain/fault.ts'
import { makeFault } from './make-fault.ts'
import type { Passage } from './passage.ts'

const IS_PAGE = /<!doctype html|<html[\s>]/iu
// A page may stand in a string of a value, or in a name that a host marks with asterisks: then it is not the answer.
const IN_VALUE = /[{[*]/u
const UNSEEN = new Set(['script', 'style', 'noscript', 'template'])
const BREAKS = new Set(['br', 'div', 'h1', 'h2', 'h3', 'li', 'p', 'td', 'title', 'tr'])

/** Reads the words of an HTML error page, such as a gateway's 502. Undefined where the passage is no page. */
export function readHtml(passage: Passage): readonly Fault[] | undefined {
  const page = passage.text.includes('<') ? IS_PAGE.exec(passage.text) : null
  if (page === null || IN_VALUE.test(passage.text.slice(Math.max(0, page.index - 500), page.index)))
    return undefined
  const words: string[] = []
  let unseen = 0
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen++
    },
    ontext(text) {
      if (unseen === 0) words.push(text)
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--
      if (BREAKS.has(name)) words.push(' ')
    },
  })
  parser.end(passage.text.slice(page.index))
  const text = words.join('')
  const status = /\b(?:HTTP Error |error )?([45]\d\d)\b/iu.exec(text)?.[1]
  return [
    makeFault({
      text,
      httpStatus: status === undefined ? null : Number(status),
      start: passage.offset(page.index),
      end: passage.offset(passage.text.length),
    }),
  ]
}
