import type { ComponentChildren } from 'preact'
import { LanguageSwitch } from '../../../web/layout/language-switch.tsx'
import type { SandboxContext } from './sandbox-context.ts'

interface Props extends SandboxContext {
  readonly title: string
  readonly path: string
  /** Whose page it is: the stand-in for QuickBooks, or for the practice software. */
  readonly area: 'books' | 'host'
  readonly notice?: Notice | undefined
  readonly children: ComponentChildren
}

/** What became of what was just asked for. */
export type Notice = { readonly done: string } | { readonly refused: string }

/** The frame of the sandbox's own pages: plainly marked, so that nobody takes them for QuickBooks or the real software. */
export function Frame({ title, path, area, notice, children, ...page }: Props) {
  const { language, say, href } = page
  const link = (to: string, label: string, isCurrent: boolean) => (
    <a href={href(to)} aria-current={isCurrent ? 'true' : undefined}>
      {label}
    </a>
  )
  return (
    <html lang={language === 'fr' ? 'fr-CA' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${say('sandbox.mark')}`}</title>
        <link rel="stylesheet" href="/static/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          {say('nav.skip')}
        </a>
        <header class="top sandbox">
          <div class="bar">
            <p class="brand">{say('sandbox.mark')}</p>
            <nav class="main" aria-label={say('nav.main')}>
              {link('/sandbox/books', say('sandbox.nav.books'), area === 'books')}
              {link('/sandbox/host', say('sandbox.nav.host'), area === 'host')}
              {link('/', say('product.name'), false)}
            </nav>
            <LanguageSwitch {...page} path={path} />
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          <p class="eyebrow">{say(`sandbox.${area}.eyebrow`)}</p>
          <h1>{title}</h1>
          {notice !== undefined && (
            <div class={'done' in notice ? 'done' : 'done refused'} role="status">
              <p>{'done' in notice ? notice.done : notice.refused}</p>
            </div>
          )}
          {children}
        </main>
        <footer class="bottom">
          <p>{say('sandbox.note')}</p>
        </footer>
      </body>
    </html>
  )
}
