import type { Pushed } from '../../host/push/pushed.ts'
import type { Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'

/** What is said after a record was pushed. */
export function noticeOfPush(pushed: Pushed, say: SandboxContext['say']): Notice {
  switch (pushed.outcome) {
    case 'synced':
      return { done: say('sandbox.host.pushed.synced') }
    case 'failed':
      return { refused: say('sandbox.host.pushed.failed') }
    case 'waiting':
      return {
        refused: say(
          pushed.waitingFor === 'record' ? 'sandbox.host.pushed.waiting' : 'sandbox.host.pushed.notAsked',
        ),
      }
    case 'skipped':
    case 'unknown-record':
      return { refused: say('sandbox.host.pushed.skipped') }
  }
}
