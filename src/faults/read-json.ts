import { getNodeValue, type Node } from 'jsonc-parser'
import type { Fault } from '../domain/fault.ts'
import { makeFault } from './make-fault.ts'
import { MAX_FAULTS } from './max-faults.ts'
import type { Passage } from './passage.ts'

/** What a JSON value holds: faults in QuickBooks' own form, or texts that may hold some, or only data. */
export interface JsonFaults {
  /** Whether it was made JSON by guessing. */
  readonly repaired: boolean
  readonly faults: readonly Fault[]
  readonly texts: readonly Passage[]
}

/** Members that carry a failure's words in foreign envelopes; every other string is data and is never searched. */
const TEXT_MEMBERS = new Set([
  'body',
  'description',
  'detail',
  'details',
  'error',
  'error_message',
  'errormessage',
  'event',
  'exception',
  'failure',
  'fault',
  'log',
  'message',
  'msg',
  'original_message',
  'originalmessage',
  'providermessage',
  'reason',
  'response',
  'stack',
  'text',
])

/** What was sent to QuickBooks, not what it said. */
const ECHO_MEMBERS = new Set([
  'config',
  'data_sent',
  'headers',
  'payload',
  'request',
  'requestbody',
  'request_body',
  'url',
])

/**
 * Reads a parsed JSON value: QuickBooks' `Fault.Error[]`, the gateway's lower-case `fault.error[]`, OAuth's errors, and
 * error objects of foreign envelopes. `at` is where a node of the tree stands, in raw offsets.
 */
export function readJson(
  root: Node,
  at: (node: Node) => { readonly start: number; readonly end: number },
  passageOf: (node: Node) => Passage,
): JsonFaults {
  const proper: Fault[] = []
  const foreign: Fault[] = []
  const texts: Passage[] = []
  walkTop(root, { type: null, batchItemId: null, httpStatus: null, intuitTid: null })
  return { repaired: false, faults: proper.length > 0 ? proper : foreign, texts }

  /** At the top, strings are texts of their own; below, they are under a name. */
  function walkTop(node: Node, scope: Scope): void {
    if (node.type === 'string') texts.push(passageOf(node))
    else if (node.type === 'array') for (const child of node.children ?? []) walkTop(child, scope)
    else walk(node, scope)
  }

  function walk(node: Node, scope: Scope): void {
    if (node.type === 'array') for (const child of node.children ?? []) walk(child, scope)
    if (node.type !== 'object' || proper.length >= MAX_FAULTS) return
    const members = membersOf(node)
    const inner = scopeOf(members, scope)
    const error = errorOf(members)
    // A fault deeper inside says it in QuickBooks' own words; then this object is only its envelope.
    if (error?.detailed === true) {
      proper.push(makeFault({ ...inner, ...error.parts, ...at(node) }))
      return
    }
    if (error !== undefined) foreign.push(makeFault({ ...inner, ...error.parts, ...at(node) }))
    for (const [name, value] of members) {
      if (ECHO_MEMBERS.has(name)) continue
      if (value.type === 'string') {
        if (error === undefined && TEXT_MEMBERS.has(name)) texts.push(passageOf(value))
      } else if (name === 'fault') walkFault(value, inner)
      else if ((name === 'error' || name === 'errors') && value.type === 'array') walkErrors(value, inner)
      else walk(value, inner)
    }
  }

  function walkFault(fault: Node, scope: Scope): void {
    if (fault.type !== 'object') return
    const members = membersOf(fault)
    const errors = members.get('error')
    if (errors !== undefined) walkErrors(errors, { ...scope, type: stringOf(members.get('type')) })
    else walk(fault, scope)
  }

  function walkErrors(list: Node, scope: Scope): void {
    const errors = list.type === 'array' ? (list.children ?? []) : [list]
    for (const node of errors.slice(0, MAX_FAULTS)) {
      if (node.type === 'object') {
        const parts = partsOf(membersOf(node))
        proper.push(makeFault({ ...scopeOf(membersOf(node), scope), ...parts, ...at(node) }))
      } else if (node.type === 'string') texts.push(passageOf(node))
    }
  }
}

interface Scope {
  readonly type: string | null
  readonly batchItemId: string | null
  readonly httpStatus: number | null
  readonly intuitTid: string | null
}

type Members = ReadonlyMap<string, Node>

/** What an object tells of everything in it. */
function scopeOf(members: Members, outer: Scope): Scope {
  const first = (...names: readonly string[]) =>
    names.map((name) => stringOf(members.get(name))).find((value) => value !== null)
  const status = Number(first('statuscode', 'status_code', 'status', 'http_status', 'httpstatus'))
  return {
    type: first('fault_type', 'faulttype') ?? outer.type,
    batchItemId: first('bid') ?? outer.batchItemId,
    httpStatus: status >= 100 && status <= 599 ? status : outer.httpStatus,
    intuitTid: first('intuit_tid', 'intuittid', 'intuit-tid') ?? outer.intuitTid,
  }
}

function partsOf(members: Members) {
  const detail = stringOf(
    members.get('detail') ?? members.get('error_detail') ?? members.get('error_description'),
  )
  return {
    message: stringOf(members.get('message') ?? members.get('error_message') ?? members.get('error')),
    detail: detail === 'null' ? null : detail,
    code: stringOf(members.get('code') ?? members.get('error_code')),
    element: stringOf(members.get('element')),
  }
}

/** An error object outside of a fault: it has two of message, detail and code. */
function errorOf(members: Members) {
  const parts = partsOf(members)
  const known = [parts.message, parts.detail, parts.code].filter((part) => part !== null)
  const detailed = members.has('detail') || members.has('element') || members.has('error_description')
  return known.length > 1 ? { parts, detailed } : undefined
}

/** By lower-case name; the first of two wins. */
function membersOf(node: Node): Members {
  const members = new Map<string, Node>()
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? []
    if (name === undefined || value === undefined) continue
    const key = String(getNodeValue(name)).toLowerCase()
    if (!members.has(key)) members.set(key, value)
  }
  return members
}

function stringOf(node: Node | undefined): string | null {
  if (node?.type !== 'string' && node?.type !== 'number') return null
  return String(node.value)
}
