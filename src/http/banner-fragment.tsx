import { renderToString } from 'preact-render-to-string'
import type { Language } from '../domain/language.ts'
import type { components } from './api-types.ts'

const BOX =
  'margin:0 0 1rem;padding:1rem 1.25rem;border:1px solid #b26a00;border-radius:12px;background:#ffb020;color:#2b1a00;overflow-wrap:anywhere'
const LINK =
  'display:inline-block;min-height:24px;padding:2px 0;color:#2b1a00;text-decoration:underline;vertical-align:top'

/** The banner as a piece of a page: whole by itself, without scripts, and without a style sheet. Nothing open: nothing. */
export function bannerFragment(
  { title, causes, more, atStake, next }: components['schemas']['Banner'],
  language: Language,
): string {
  if (title === null || next === null) return ''
  return renderToString(
    <section lang={language === 'fr' ? 'fr-CA' : 'en'} aria-labelledby="syncdoctor-banner" style={BOX}>
      <h2 id="syncdoctor-banner" style="margin:0 0 .3rem;font-size:1.2rem">
        {title}
      </h2>
      <ul style="margin:0 0 .3rem;padding:0 0 0 1.2rem">
        {causes.map(({ text, href }) => (
          <li>
            <a href={href} style={LINK}>
              {text}
            </a>
          </li>
        ))}
        {more !== null && <li>{more}</li>}
      </ul>
      {atStake !== null && <p style="margin:0 0 .3rem">{atStake}</p>}
      <p style="margin:0">
        <a href={next.href} style={`${LINK};font-weight:bold`}>
          {next.text}
        </a>
      </p>
    </section>,
  )
}
