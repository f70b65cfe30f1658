import type { ComponentChildren } from 'preact'
import type { IssueContext } from '../issues/issue-context.ts'

interface Props extends Pick<IssueContext, 'say' | 'href' | 'base'> {
  readonly issueId: string
  readonly kind: 'resync' | 'link' | 'delete'
  /** The name of this very form: sent twice, it asks for one action. */
  readonly formId: string
  readonly children?: ComponentChildren
}

/** The button that asks for an action, after all has been said about it. */
export function ConfirmForm({ issueId, kind, formId, children, say, href, base }: Props) {
  return (
    <form class="confirmed" method="post" action={href(`${base}/${issueId}/actions`)}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="form" value={formId} />
      {children}
      <button class={kind === 'delete' ? 'danger' : 'primary'}>{say(`confirm.${kind}`)}</button>{' '}
      <a class="button" href={href(`${base}/${issueId}`)}>
        {say('confirm.back')}
      </a>
    </form>
  )
}
