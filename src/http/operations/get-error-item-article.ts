import type { Handler } from '../handler.ts'

/** The article of an item, or of the unrecognized, as the caller's Accept header wants it. */
export const getErrorItemArticle: Handler<'getErrorItemArticle'> = (
  { path },
  { items, guides, language, accepts },
) => {
  const isUnrecognized = path.slug === 'unrecognized'
  if (!isUnrecognized && !items.some(({ slug }) => slug === path.slug)) return { problem: 'not-found' }
  const article = (format: 'markdown' | 'html') =>
    guides.render({ slug: isUnrecognized ? null : path.slug, captures: {}, language, format })
  switch (accepts(['application/json', 'text/markdown', 'text/html'])) {
    case 'application/json': {
      const { title, body } = article('markdown')
      return { status: 200, body: { slug: path.slug, language, title, body } }
    }
    case 'text/markdown': {
      const { title, body } = article('markdown')
      return { status: 200, mediaType: 'text/markdown', text: `# ${title}\n\n${body}` }
    }
    case 'text/html':
      return { status: 200, mediaType: 'text/html', text: article('html').body }
    default:
      return { problem: 'not-acceptable' }
  }
}
