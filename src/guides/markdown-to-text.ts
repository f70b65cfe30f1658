import MarkdownIt, { type Token } from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: false })

/** Markdown as plain text for terminals and tickets: paragraphs, indented lists, headings on lines of their own. */
export function markdownToText(source: string): string {
  const lines: string[] = []
  const lists: { next: number | undefined }[] = []
  let bullet = ''
  let heading = false
  for (const token of markdown.parse(source, {})) {
    switch (token.type) {
      case 'bullet_list_open':
        lists.push({ next: undefined })
        break
      case 'ordered_list_open':
        lists.push({ next: 1 })
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop()
        if (lists.length === 0) lines.push('')
        break
      case 'list_item_open': {
        const list = lists.at(-1)
        bullet = list?.next === undefined ? '- ' : `${list.next++}. `
        break
      }
      case 'heading_open':
        heading = true
        break
      case 'inline': {
        const text = inlineText(token.children ?? [])
        const indent = '  '.repeat(Math.max(0, lists.length - (bullet === '' ? 0 : 1)))
        lines.push(heading ? text.toUpperCase() : `${indent}${bullet}${text}`)
        if (lists.length === 0) lines.push('')
        bullet = ''
        heading = false
        break
      }
    }
  }
  return lines.join('\n').trim()
}

function inlineText(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('')
}
