import type { NoticeType } from '../../domain/notice.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

/** Whether an endpoint is told notices of this type now. */
export function isWanted({ state, types }: WebhookEndpoint, type: NoticeType): boolean {
  return state === 'enabled' && (types === null || types.includes(type))
}
