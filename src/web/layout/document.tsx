import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import type { Translate } from '../../messages/translate.ts'

interface Props {
  readonly language: Language
  readonly say: Translate
  /** With the name of the site. */
  readonly title: string
  readonly stylesheet: string
  /** What else its head has. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

/** What every page is inside: its head, and the way past the navigation. */
export function Document({ language, say, title, stylesheet, head, children }: Props) {
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          {say('nav.skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
