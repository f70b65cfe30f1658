import type { Keys } from '../access/keys.ts'
import type { Portal } from '../access/portal.ts'
import type { Firms } from '../firms/firms.ts'
import type { Members } from '../firms/members.ts'
import { demoFirm } from './demo-firm.ts'

interface Needs {
  readonly firms: Firms
  readonly members: Members
  readonly keys: Keys
  readonly portal: Portal
  readonly publicUrl: string
  /** Called where the firm is new: nothing else of the demo may be older. */
  readonly begin: () => void
  readonly now: () => Date
}

export interface Demo {
  /** Signs in as the owner, once. */
  readonly portalUrl: string
  readonly key: string
}

const DAY = 24 * 60 * 60 * 1000

/** Adds a firm to try things on; one that is there already stays as it is. */
export async function addDemo(needs: Needs): Promise<Demo> {
  const { firms, members, keys, portal, publicUrl, begin, now } = needs
  const { id, ownerId } = demoFirm
  if ((await firms.get(id)) === undefined) {
    begin()
    const facts = {
      locale: 'en-US',
      timeZone: 'America/New_York',
      currency: 'USD',
      notificationAddresses: [],
    }
    await firms.put(id, { name: 'Demo Accounting', ...facts })
    const owner = {
      id: ownerId,
      firmId: id,
      name: 'Ada Nowak',
      email: 'ada@demo.example',
      role: 'owner',
      language: null,
    } as const
    await members.put(owner)
  }
  const expiresAt = new Date(now().getTime() + DAY).toISOString()
  const { key } = await keys.create({ role: 'integrator', firmId: id, expiresAt })
  const { token } = await portal.createLink({ firmId: id, memberId: ownerId, language: null }, DAY)
  return { portalUrl: `${publicUrl}/portal/${token}`, key }
}
