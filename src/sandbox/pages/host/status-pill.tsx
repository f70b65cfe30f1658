import type { SyncState } from '../../host/records/host-record.ts'
import type { SandboxContext } from '../parts/sandbox-context.ts'

interface Props extends Pick<SandboxContext, 'say'> {
  readonly sync: SyncState
}

/** How far a record has come, as the practice software's lists show it. */
export function StatusPill({ sync: { status }, say }: Props) {
  return (
    <span class={status === 'failed' ? 'pill open' : 'pill'}>{say(`sandbox.host.status.${status}`)}</span>
  )
}
