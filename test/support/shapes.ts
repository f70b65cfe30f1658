import { inspect } from 'node:util'

/** A way in which a text reaches us inside another; message and detail stay whole. */
export interface Shape {
  readonly name: string
  /** Whether quotes, brackets or blanks of the text are written differently. */
  readonly escapes: boolean
  readonly wrap: (text: string) => string
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const shapes: readonly Shape[] = [
  { name: 'a JSON string', escapes: true, wrap: (text) => JSON.stringify(text) },
  {
    name: 'the message of a JSON object',
    escapes: true,
    wrap: (text) => JSON.stringify({ message: text, job: 7 }),
  },
  {
    name: 'the body of a JSON answer',
    escapes: true,
    wrap: (text) => JSON.stringify({ status: 400, body: text }),
  },
  {
    name: 'a pino line',
    escapes: true,
    wrap: (text) => JSON.stringify({ level: 50, time: 1772444460000, msg: text }),
  },
  { name: 'an HTML-escaped text', escapes: true, wrap: escapeHtml },
  {
    name: 'a node object',
    escapes: true,
    wrap: (text) => inspect({ error: text }, { breakLength: Infinity, maxStringLength: null }),
  },
  { name: 'a log line', escapes: false, wrap: (text) => `2026-03-02 09:41:00,123 ERROR sync.push: ${text}` },
  { name: 'a syslog line', escapes: false, wrap: (text) => `<11>Mar  2 09:41:00 web1 sync[4242]: ${text}` },
  {
    name: 'a Rails line',
    escapes: false,
    wrap: (text) => `E, [2026-03-02T09:41:00.123456 #42] ERROR -- : ${text}`,
  },
  {
    name: 'a Django line',
    escapes: false,
    wrap: (text) => `[02/Mar/2026 09:41:00] ERROR [sync.tasks:88] ${text}`,
  },
  { name: 'a middleware prefix', escapes: false, wrap: (text) => `Error processing record: ${text}` },
  { name: 'a Ruby exception', escapes: false, wrap: (text) => `Quickbooks::IntuitRequestException: ${text}` },
  {
    name: 'a Python exception',
    escapes: false,
    wrap: (text) => `quickbooks.exceptions.QuickbooksException: QB Exception 0: ${text}`,
  },
  { name: 'a PHP exception', escapes: false, wrap: (text) => `Response Code:[400] with body: [${text}].` },
  {
    name: 'a JavaScript stack',
    escapes: false,
    wrap: (text) => `Error: ${text}\n    at push (/srv/sync.js:10:5)\n    at next (node:internal/x:1:2)`,
  },
  { name: 'blanks and line breaks around it', escapes: false, wrap: (text) => `\n\t  ${text}  \r\n\n` },
]
