import type { GuideFormat } from '../../domain/guide.ts'
import type { Handler } from '../handler.ts'

const formats = {
  'application/json': 'markdown',
  'text/markdown': 'markdown',
  'text/html': 'html',
} as const satisfies Record<string, GuideFormat>

/** Answers what to do about an issue. */
export const getIssueGuide: Handler<'getIssueGuide'> = async ({ path }, context) => {
  const { firm, issues, guides, language, accepts } = context
  const issue = await issues.get(firm.doc.id, path.issueId)
  if (issue === undefined) return { problem: 'not-found' }
  const mediaType = accepts(Object.keys(formats)) as keyof typeof formats | undefined
  if (mediaType === undefined) return { problem: 'not-acceptable' }
  const { item, captures } = issue.doc.diagnosis
  const { locale, timeZone } = firm.doc
  const facts = { evidence: issue.doc.evidence, locale, timeZone }
  const slug = item?.slug ?? null
  const guide = guides.render({ slug, captures, facts, language, format: formats[mediaType] })
  if (mediaType === 'application/json') return { status: 200, body: guide }
  const text = mediaType === 'text/html' ? guide.body : `# ${guide.title}\n\n${guide.body}`
  return { status: 200, mediaType, text }
}
