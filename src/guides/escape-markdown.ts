const PUNCTUATION = /[!-/:-@[-`{-~]/gu
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f]+/gu

/** A value as inert Markdown text: every sign that could mean something is escaped, and it stays on one line. */
export function escapeMarkdown(value: string): string {
  return value.replace(BLANKS, ' ').trim().replace(PUNCTUATION, '\\$&')
}
