import type { ComponentChildren } from 'preact'
import type { Language } from '../../../domain/language.ts'
import type { Translate } from '../../../messages/translate.ts'

interface Props {
  readonly language: Language
  readonly say: Translate
  readonly title: string
  readonly children: ComponentChildren
}

/** The frame of the pages that stand in for Intuit's: plainly marked, and without a way into SyncDoctor. */
export function SandboxPage({ language, say, title, children }: Props) {
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${say('sandbox.mark')}`}</title>
        <link rel="stylesheet" href="/_sandbox/static/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          {say('nav.skip')}
        </a>
        <header class="top">
          <div class="bar">
            <span class="brand">{say('sandbox.mark')}</span>
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          <div class="intro">
            <h1>{title}</h1>
            {children}
          </div>
        </main>
        <footer class="bottom">
          <p>{say('sandbox.note')}</p>
        </footer>
      </body>
    </html>
  )
}
