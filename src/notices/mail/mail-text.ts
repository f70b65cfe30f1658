import type { ToldMail, ToldSection } from './told-mail.ts'

/** A mail as plain text, that reads well alone. */
export function mailText({ title, lead, sections, link, footer }: ToldMail): string {
  const parts = [
    `${title}\n${'='.repeat(Math.min(title.length, 72))}`,
    lead,
    ...sections.map(sectionText),
    `${link.label}\n${link.address}\n${link.means}`,
    ['-- ', ...footer].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionText({ heading, paragraphs, lines, step }: ToldSection): string {
  return [
    ...(heading === null ? [] : [heading, '-'.repeat(Math.min(heading.length, 72))]),
    ...paragraphs,
    ...lines.map((line) => `- ${line}`),
    ...(step === null ? [] : [`> ${step}`]),
  ].join('\n')
}
