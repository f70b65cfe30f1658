import type { SandboxContext } from '../parts/sandbox-context.ts'

interface Props extends SandboxContext {
  readonly current: 'records' | 'settings'
}

/** The way between the practice software's pages. */
export function HostNav({ current, say, href }: Props) {
  const pages = [
    { name: 'records', path: '/sandbox/host' },
    { name: 'settings', path: '/sandbox/host/settings' },
  ] as const
  return (
    <nav class="tabs" aria-label={say('sandbox.host.nav')}>
      <ul>
        {pages.map(({ name, path }) => (
          <li>
            <a href={href(path)} aria-current={name === current ? 'page' : undefined}>
              {say(`sandbox.host.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
