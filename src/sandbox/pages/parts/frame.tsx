import type { ComponentChildren } from 'preact'
import { Document } from '../../../web/layout/document.tsx'
import { LanguageSwitch } from '../../../web/layout/language-switch.tsx'
import type { SandboxContext } from './sandbox-context.ts'

interface Props extends SandboxContext {
  readonly title: string
  readonly path: string
  /** Whose page it is: the stand-in for QuickBooks, for the practice software, or for a mail program. */
  readonly area: 'books' | 'host' | 'mail'
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
    <Document
      language={language}
      say={say}
      title={`${title} – ${say('sandbox.mark')}`}
      stylesheet="/static/style.css"
    >
      <header class="top sandbox">
        <div class="bar">
          <p class="brand">{say('sandbox.mark')}</p>
          <nav class="main" aria-label={say('nav.main')}>
            {link('/sandbox/books', say('sandbox.nav.books'), area === 'books')}
            {link('/sandbox/host', say('sandbox.nav.host'), area === 'host')}
            {link('/sandbox/mail', say('sandbox.nav.mail'), area === 'mail')}
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
    </Document>
  )
}
