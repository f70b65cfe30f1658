import { describe, expect, it } from '@jest/globals'
import { checkGuides } from '../../../src/catalog/checks/check-guides.ts'
import type { Guide, GuideRequest } from '../../../src/domain/guide.ts'
import { behaviour } from '../../support/behaviour.ts'
import { NAME, parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const parsed = parsedOf({ ruleFiles: [ruleFile()] })

/** What is said of guides if each is written so. */
function told(write: (request: GuideRequest<'html' | 'markdown' | 'text'>) => Partial<Guide>) {
  return checkGuides(
    parsed,
    behaviour(
      () => ({}),
      (request) => ({ ...request, title: 'Changed', body: 'Resync.', ...write(request) }) as never,
    ),
  )
}

const EN = `kb/${NAME}/en.md.hbs`
const fault = (reason: string, file = EN, name = NAME) => ({ file, name, reason })

describe('a guide', () => {
  it('is tried in every language and format, with no value and with all', () => {
    const tried: unknown[] = []
    expect(told((request) => (tried.push(request), {}))).toEqual([])
    expect(tried).toHaveLength(2 * 2 * 2 * 3)
    for (const language of ['en', 'fr']) {
      for (const format of ['html', 'markdown', 'text']) {
        const expectTried = (slug: string | null, captures: object) =>
          expect(tried).toContainEqual(expect.objectContaining({ slug, captures, language, format }))
        expectTried(null, {})
        expectTried('stale-object', {})
        expectTried('stale-object', { user: '(user)' })
      }
    }
  })

  it.each(['{{user}}', 'The amount is undefined.', '[object Object]'])(
    'shows no trace of its template: %s',
    (trace) => {
      const french = ({ language, format, slug }: GuideRequest<Guide['format']>) =>
        language === 'fr' && format === 'text' && slug === null
      const one = fault('as text shows its template', 'kb/unrecognized/fr.md.hbs', 'unrecognized')
      expect(told((request) => (french(request) ? { body: trace } : {}))).toEqual([one])
      expect(told((request) => (french(request) ? { title: trace } : {}))).toEqual([one])
    },
  )

  it('may say that something is well-defined', () => {
    expect(told(() => ({ body: 'An undefinedness of [objects] {here}' }))).toEqual([])
  })

  it('shows no broken emphasis as HTML; elsewhere a star is one', () => {
    const starred = (formats: readonly string[]) =>
      told(({ format, language, slug, captures }) =>
        formats.includes(format) && language === 'en' && slug !== null && 'user' in captures
          ? { body: '**(user)**s' }
          : {},
      )
    expect(starred(['html'])).toEqual([fault('emphasis round a variable should stand between blanks')])
    expect(starred(['markdown', 'text'])).toEqual([])
  })

  it('that cannot be written is told with the reason', () => {
    const failing = told(({ format, language, slug, captures }) => {
      if (format === 'markdown' && language === 'en' && slug !== null && !('user' in captures)) {
        throw new Error('no such block')
      }
      return {}
    })
    expect(failing).toEqual([fault('does not render as markdown: Error: no such block')])
  })

  it('is tried with each fact that its item needs on its own, and with all of them', () => {
    const seen: Record<string, unknown>[] = []
    const item = { evidence: ['closing-date'] } as const
    checkGuides(
      parsedOf({ ruleFiles: [ruleFile({ item })] }),
      behaviour(
        () => ({}),
        ({ facts, ...request }) => {
          for (const { values } of facts?.evidence ?? []) seen.push({ ...values })
          return { ...request, title: 'Changed', body: 'Resync.' }
        },
      ),
    )
    const open = { date: '2026-03-02', isClosed: false, closedUntil: null }
    expect(seen).toContainEqual(open)
    expect(seen).toContainEqual({ ...open, isClosed: true, closedUntil: '2026-03-02' })
  })
})
