import type { Fault } from '../domain/fault.ts'

/** What a rendering tells by name; `rest` is message and detail in one. */
export type Labelled = Partial<Pick<Fault, 'message' | 'detail' | 'code' | 'element' | 'type'>> & {
  readonly rest?: string
}

/** One library's rendering within another's. */
const MAX_LEVELS = 3

interface Rendering {
  /** Words without which it is not worth trying. */
  readonly needs: string
  readonly pattern: RegExp
}

/**
 * How client libraries and middleware print a fault, on one line: the most telling first. Each group is a part; every
 * pattern is bounded.
 */
const RENDERINGS: readonly Rendering[] = [
  // Java SDK
  {
    needs: 'ERROR CODE',
    pattern:
      /ERROR CODE: ?(?<code>\d{0,6}), ERROR MESSAGE: ?(?<message>.{0,600}?), ERROR DETAIL: ?(?<detail>.{0,3000}?)(?:, MORE ERROR DETAIL: ?(?<element>.{0,200}))?$/iu,
  },
  // PHP SDK
  {
    needs: 'Intuit Error Type',
    pattern:
      /Intuit Error Type: ?\{?(?<type>\w{0,40})\}?,? ?Code: ?\{?(?<code>\d{0,6})\}?,? ?Message: ?\{?(?<message>.{0,600}?)\}?,? ?Detail: ?\{?(?<detail>.{0,3000}?)\}?$/iu,
  },
  { needs: 'with body: [', pattern: /with body: \[(?<rest>.{1,4000}?)\]\W{0,4}$/u },
  // python-quickbooks
  { needs: 'QB ', pattern: /QB [\w ]{0,30}Exception(?: (?<code>\d{1,6}))?: (?<rest>.{1,4000})$/u },
  // quickbooks-ruby
  { needs: 'Quickbooks::', pattern: /Quickbooks::\w{1,60}: (?<rest>.{1,4000})$/u },
  // .NET SDK
  {
    needs: 'Details',
    pattern:
      /(?:Exception|BadRequest)[^:]{0,60}[:.] ?(?:[\w ]{0,60}\.)? ?Details: ?(?<detail>.{1,3000}?)(?:, ;|\.)?$/u,
  },
  // consolibyte's PHP library
  { needs: '[', pattern: /^(?:Error )?(?<code>\d{3,5}): \[(?<rest>.{1,4000}?)\]$/iu },
  // JSON that was cut at its start
  {
    needs: 'Detail',
    pattern:
      /(?<message>[^"\\]{1,600})\\?",\s?\\?"Detail\\?":\s?\\?"(?<detail>[^"\\]{1,3000})(?:\\?",\s?\\?"code\\?":\s?\\?"(?<code>\d{1,6}))?(?:\\?",\s?\\?"element\\?":\s?\\?"(?<element>[^"\\]{0,200}))?/iu,
  },
  // PHP's print_r
  {
    needs: '[Message]',
    pattern:
      /\[Message\] => (?<message>.{0,600}?) \[Detail\] => (?<detail>.{0,3000}?)(?: \[code\] => (?<code>\d{1,6}))?(?: \[element\] => (?<element>[\w. ]{0,200}?))?(?: \).{0,1000})?$/u,
  },
  // middleware
  {
    needs: '/',
    pattern:
      /^(?:.{0,80}[\s(:])?(?<type>(?:Validation|Authentication|Authorization|Authorizaton|System|Service)(?:Fault)?) ?\/ ?(?<code>\d{1,6})\b[\s:,–—-]{0,3}(?<rest>.{0,3000})$/u,
  },
  {
    needs: '(element',
    pattern: /^(?<rest>.{1,3000}?) \(element: ?(?<element>[^,)]{0,200}), ?code: ?(?<code>\d{1,6})\)$/iu,
  },
  { needs: '[', pattern: /^(?:.{0,120}?[\s:])?\[(?<code>\d{3,5})\][\s:–—-]{0,3}(?<rest>.{1,4000})$/u },
  {
    needs: ' ',
    pattern: /^(?:.{0,120}?[\s:])?(?:(?:error )?code:? ?)?(?<code>\d{3,5}) (?:-|–|—|:) (?<rest>.{1,4000})$/iu,
  },
]

/** Reads a rendering that names its parts, perhaps one within another; undefined for any other text. */
export function readLabelled(text: string, levels = MAX_LEVELS): Labelled | undefined {
  const parts = firstGroups(text)
  const inner = parts?.rest === undefined || levels === 0 ? undefined : readLabelled(parts.rest, levels - 1)
  return inner === undefined ? parts : { ...parts, rest: undefined, ...inner }
}

function firstGroups(text: string): Labelled | undefined {
  for (const { needs, pattern } of RENDERINGS) {
    if (!text.includes(needs)) continue
    const groups = pattern.exec(text)?.groups
    if (groups !== undefined) return groups
  }
  return undefined
}
