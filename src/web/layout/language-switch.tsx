import { type Language, languages } from '../../domain/language.ts'
import type { PageContext } from '../page-context.ts'

const NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' }

interface Props extends PageContext {
  /** The address of this page. */
  readonly path: string
  /** What was posted to get this page; sent again, so that switching the language keeps the answer. */
  readonly posted?: Readonly<Record<string, string>>
}

/** The same page in the other language. */
export function LanguageSwitch({ language, say, path, posted }: Props) {
  return (
    <nav class="languages" aria-label={say('nav.language')}>
      {languages.map((one) =>
        one === language ? (
          <span aria-current="true" lang={one}>
            {NAMES[one]}
          </span>
        ) : posted === undefined ? (
          <a href={`${path}${path.includes('?') ? '&' : '?'}lang=${one}`} lang={one} hreflang={one}>
            {NAMES[one]}
          </a>
        ) : (
          <form method="post" action={`${path}?lang=${one}`}>
            {Object.entries(posted).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button class="link" lang={one}>
              {NAMES[one]}
            </button>
          </form>
        ),
      )}
    </nav>
  )
}
