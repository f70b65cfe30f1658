import type { ComponentChildren } from 'preact'
import type { SandboxContext } from './sandbox-context.ts'

interface Props extends Pick<SandboxContext, 'href'> {
  /** Where it is sent. */
  readonly action: string
  readonly label: string
  /** What the button does, where its label alone does not tell. */
  readonly means?: string
  readonly primary?: boolean
  readonly children?: ComponentChildren
}

/** A form with one button: one thing that can be done. */
export function ActForm({ action, label, means, primary = false, children, href }: Props) {
  return (
    <form class="act" method="post" action={href(action)}>
      {children}
      <div>
        {means !== undefined && <p class="means">{means}</p>}
        <button class={primary ? 'primary' : undefined}>{label}</button>
      </div>
    </form>
  )
}
