import type { Firm } from '../domain/firm.ts'
import type { components } from './api-types.ts'

/** A firm as the contract shows it; the secret that its host shares with us is never told. */
export function presentFirm({ host, ...firm }: Firm): components['schemas']['Firm'] {
  return { ...firm, host: host && { url: host.url } }
}
