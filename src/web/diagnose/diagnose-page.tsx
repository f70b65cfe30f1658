import type { ComponentChildren } from 'preact'
import { Layout } from '../layout/layout.tsx'
import type { PageContext } from '../page-context.ts'
import { DiagnoseForm } from './diagnose-form.tsx'

interface Props extends PageContext {
  readonly error: string
  readonly recordType: string
  readonly mistake?: string
  readonly posted?: Readonly<Record<string, string>>
  /** The title of the answer, once there is one. */
  readonly answer?: string
  /** The answer itself. */
  readonly children?: ComponentChildren
}

/** `/`: the paste box and, after it was used, the answer. */
export function DiagnosePage({ children, mistake, error, recordType, posted, answer, ...page }: Props) {
  const { say, href } = page
  return (
    <Layout {...page} title={answer ?? say('diagnose.title')} path="/" posted={posted}>
      <div class="intro">
        <h1>{say('diagnose.title')}</h1>
        <p class="lead">{say('diagnose.intro')}</p>
      </div>
      <DiagnoseForm
        {...page}
        error={error}
        recordType={recordType}
        mistake={mistake}
        answered={answer !== undefined}
      />
      {children ?? (
        <p class="aside">
          <a href={href('/?example')}>{say('diagnose.example')}</a> ·{' '}
          <a href={href('/errors')}>{say('nav.errors')}</a>
        </p>
      )}
    </Layout>
  )
}
