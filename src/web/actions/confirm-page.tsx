import type { ComponentChildren } from 'preact'
import type { Issue } from '../../domain/issue.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { Layout } from '../layout/layout.tsx'

interface Props extends IssueContext {
  readonly issue: Issue
  readonly kind: 'resync' | 'link' | 'delete'
  /** Where this page stands, below the issue; its query belongs to it. */
  readonly path: string
  /** What was wrong with what was just sent. */
  readonly mistake?: string | undefined
  readonly children: ComponentChildren
}

/** The frame of the pages that say what would be done, before it is done. */
export function ConfirmPage({ issue, kind, path, mistake, children, ...page }: Props) {
  const { say, href, base } = page
  const title = say(`confirm.${kind}.title`, { label: issue.record.label })
  return (
    <Layout {...page} title={mistake ?? title} path={`${base}/${issue.id}/${path}`}>
      <p class="crumb">
        <a href={href(`${base}/${issue.id}`)}>← {say('confirm.back')}</a>
      </p>
      <div class="intro head">
        <p class="eyebrow">{say(`recordType.${issue.record.type}`)}</p>
        <h1 dir="auto">{title}</h1>
      </div>
      {children}
    </Layout>
  )
}
