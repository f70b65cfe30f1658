import type { ComponentChildren } from 'preact'
import { noticeTypes } from '../../domain/notice.ts'
import { Document } from './document.tsx'
import type { PageContext } from '../page-context.ts'
import { LanguageSwitch } from './language-switch.tsx'

interface Props extends PageContext {
  readonly title: string
  readonly path: string
  readonly posted?: Readonly<Record<string, string>>
  readonly children: ComponentChildren
}

/** The frame of every page. */
export function Layout({ children, title, ...page }: Props) {
  const { language, say, href, path, visitor } = page
  const link = (to: string, label: string) => (
    <a href={href(to)} aria-current={path === to ? 'page' : undefined}>
      {label}
    </a>
  )
  return (
    <Document
      language={language}
      say={say}
      title={`${title} – ${say('product.name')}`}
      stylesheet="/static/style.css"
      head={
        <>
          <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
          {['live', 'copy', 'menu', 'select'].map((name) => (
            <script type="module" src={`/static/${name}.js`} />
          ))}
        </>
      }
    >
      <header class="top">
        <div class="bar">
          <a class="brand" href={href('/')}>
            <img src="/static/icon.svg" alt="" width="28" height="28" />
            {say('product.name')}
          </a>
          <nav class="main" aria-label={say('nav.main')}>
            {visitor !== undefined && link(`/firms/${visitor.firmId}/issues`, say('nav.issues'))}
            {visitor !== undefined && link(`/firms/${visitor.firmId}/quickbooks`, say('nav.connection'))}
            {visitor !== undefined && link(`/firms/${visitor.firmId}/notices`, say('nav.notices'))}
            {link('/', say('nav.diagnose'))}
            {link('/errors', say('nav.errors'))}
            {visitor === undefined && <a href="/docs">{say('nav.api')}</a>}
          </nav>
          {visitor !== undefined && (
            <form class="visitor" method="post" action={href('/sign-out')}>
              <span>{say('nav.visitor', { name: visitor.name, firm: visitor.firmName })}</span>
              <button class="link">{say('nav.signOut')}</button>
            </form>
          )}
          <LanguageSwitch {...page} />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        data-events={visitor && `/v1/firms/${visitor.firmId}/events`}
        data-event-types={visitor && noticeTypes.join(' ')}
      >
        {children}
      </main>
      <footer class="bottom">
        <p>{say(visitor === undefined ? 'footer.note' : 'footer.firm')}</p>
      </footer>
    </Document>
  )
}
