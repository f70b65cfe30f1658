import { bannerFragment } from '../banner-fragment.tsx'
import type { Handler } from '../handler.ts'
import { tellBanner } from '../tell-banner.ts'

const mediaTypes = ['application/json', 'text/html'] as const

/** Answers what a page of the host says of a firm's issues. */
export const getBanner: Handler<'getBanner'> = async ({ query }, context) => {
  const { firm, issues, guides, language, publicUrl, accepts } = context
  const mediaType = accepts(mediaTypes)
  if (mediaType === undefined) return { problem: 'not-acceptable' }
  const { link = `${publicUrl}/firms/${firm.doc.id}/issues?lang=${language}` } = query
  const summary = await issues.summarize(firm.doc.id)
  const body = tellBanner({ firm: firm.doc, summary, guides, language, publicUrl, link })
  if (mediaType === 'application/json') return { status: 200, body }
  return { status: 200, mediaType: 'text/html', text: bannerFragment(body, language) }
}
