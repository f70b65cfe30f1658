import type { HostAddress } from '../domain/firm.ts'
import type { Problem } from '../domain/problem.ts'
import type { components } from './api-types.ts'
import type { Services } from './context.ts'

/** A host's address as it is kept, its secret sealed; or why it cannot be. */
export async function sealHost(
  firmId: string,
  { url, secret }: NonNullable<components['schemas']['HostAddressFacts']>,
  { sealHostSecret }: Pick<Services, 'sealHostSecret'>,
): Promise<HostAddress | Problem> {
  if (sealHostSecret === undefined) return { problem: 'secrets-not-set-up' }
  return { url, secret: await sealHostSecret(firmId, secret) }
}
