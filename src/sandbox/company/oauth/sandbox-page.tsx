import type { ComponentChildren } from 'preact'
import { Document } from '../../../web/layout/document.tsx'
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
    <Document
      language={language}
      say={say}
      title={`${title} – ${say('sandbox.mark')}`}
      stylesheet="/_sandbox/static/style.css"
    >
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
    </Document>
  )
}
