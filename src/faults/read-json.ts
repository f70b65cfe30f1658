import { getNodeValue, type Node, parseTree, type ParseError } from 'jsonc-parser'
import type { Fault } from '../domain/fault.ts'
import { makeFault } from './make-fault.ts'
import type { Passage } from './passage.ts'

/** Deeper JSON is no QuickBooks answer, and parsing it would exhaust the stack. */
const MAX_DEPTH = 200
const STARTS_LIKE_JSON = /^\s*[{["]/u

/** How a JSON string that may itself hold a failure is read. */
type ReadText = (passage: Passage) => readonly Fault[]

/**
 * Reads QuickBooks' `Fault.Error[]`, the gateway's lower-case `fault.error[]`, single error objects, and texts under
 * the usual member names. Answers undefined where the passage is no JSON.
 */
export function readJson(passage: Passage, readText: ReadText): readonly Fault[] | undefined {
  if (!STARTS_LIKE_JSON.test(passage.text) || depth(passage.text) > MAX_DEPTH) return undefined
  const errors: ParseError[] = []
  const root = parseTree(passage.text, errors)
  if (root === undefined || errors.length > 0) return undefined
  return faultsOf(root, { passage, readText, type: null, batchItemId: null })
}

interface Scope {
  readonly passage: Passage
  readonly readText: ReadText
  readonly type: string | null
  readonly batchItemId: string | null
}

function faultsOf(node: Node, scope: Scope): readonly Fault[] {
  switch (node.type) {
    case 'string':
      return textFaults(node, scope)
    case 'array':
      return (node.children ?? []).flatMap((child) => faultsOf(child, scope))
    case 'object':
      return objectFaults(node, scope)
    default:
      return []
  }
}

function objectFaults(node: Node, scope: Scope): readonly Fault[] {
  const members = membersOf(node)
  const inner = { ...scope, batchItemId: stringOf(members.get('bid')) ?? scope.batchItemId }
  const fault = members.get('fault')
  if (fault?.type === 'object') {
    const faultMembers = membersOf(fault)
    const list = faultMembers.get('error')
    return list === undefined ? [] : faultsOf(list, { ...inner, type: stringOf(faultMembers.get('type')) })
  }
  if (isError(members)) return [errorFault(node, members, inner)]
  return [...members]
    .filter(([name, value]) => value.type !== 'string' || TEXT_MEMBERS.has(name))
    .flatMap(([, value]) => faultsOf(value, inner))
}

/** Members of foreign envelopes that carry the failure's text; all other strings are data and never searched. */
const TEXT_MEMBERS = new Set([
  'error',
  'message',
  'detail',
  'errormessage',
  'providermessage',
  'body',
  'text',
])

function isError(members: ReadonlyMap<string, Node>): boolean {
  const named = ['message', 'detail', 'code'].filter((name) => stringOf(members.get(name)) !== null)
  return named.length > 1
}

function errorFault(node: Node, members: ReadonlyMap<string, Node>, scope: Scope): Fault {
  const detail = stringOf(members.get('detail'))
  return makeFault({
    message: stringOf(members.get('message')),
    detail: detail === 'null' ? null : detail,
    code: stringOf(members.get('code')),
    element: stringOf(members.get('element')),
    type: scope.type,
    batchItemId: scope.batchItemId,
    start: scope.passage.offset(node.offset),
    end: scope.passage.offset(node.offset + node.length),
  })
}

/** A JSON string is a text of its own: it may hold a message, or JSON once more. */
function textFaults(node: Node, scope: Scope): readonly Fault[] {
  const inside = scope.passage.slice(node.offset + 1, node.offset + node.length - 1)
  return scope.readText(inside.replace(/\\(?:u[\da-f]{4}|.)/giu, unescape))
}

function unescape(escape: string): string {
  const value: unknown = JSON.parse(`"${escape}"`)
  return typeof value === 'string' ? value : ''
}

function membersOf(node: Node): ReadonlyMap<string, Node> {
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

function depth(text: string): number {
  let level = 0
  let deepest = 0
  for (const bracket of text.matchAll(/[[\]{}]/gu)) {
    level += bracket[0] === '[' || bracket[0] === '{' ? 1 : -1
    if (level > deepest) deepest = level
  }
  return deepest
}
