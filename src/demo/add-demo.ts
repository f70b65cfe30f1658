import type { Keys } from '../access/keys.ts'
import type { Portal } from '../access/portal.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { Firms } from '../firms/firms.ts'
import type { Members } from '../firms/members.ts'
import type { Issues } from '../issues/issues.ts'
import { demoFailure } from './demo-failure.ts'

interface Needs {
  readonly firms: Firms
  readonly members: Members
  readonly issues: Issues
  readonly keys: Keys
  readonly portal: Portal
  readonly items: readonly ErrorItem[]
  readonly publicUrl: string
  readonly now: () => Date
}

export interface Demo {
  /** Signs in as the owner, once. */
  readonly portalUrl: string
  readonly key: string
}

const FIRM = 'demo'
const OWNER = 'ada'
const DAY = 24 * 60 * 60 * 1000

/** Adds a firm to try things on, with a failure of every error item; one that is there already stays as it is. */
export async function addDemo(needs: Needs): Promise<Demo> {
  const { firms, members, issues, keys, portal, items, publicUrl, now } = needs
  if ((await firms.get(FIRM)) === undefined) {
    const facts = {
      locale: 'en-US',
      timeZone: 'America/New_York',
      currency: 'USD',
      notificationAddresses: [],
    }
    await firms.put(FIRM, { name: 'Demo Accounting', ...facts })
    const owner = {
      id: OWNER,
      firmId: FIRM,
      name: 'Ada Nowak',
      email: null,
      role: 'owner',
      language: null,
    } as const
    await members.put(owner)
  }
  const actor = { type: 'system', id: 'demo', via: null } as const
  for (const item of items) await issues.reportFailure(FIRM, demoFailure(item, now()), actor)
  const expiresAt = new Date(now().getTime() + DAY).toISOString()
  const { key } = await keys.create({ role: 'integrator', firmId: FIRM, expiresAt })
  const { token } = await portal.createLink({ firmId: FIRM, memberId: OWNER, language: null }, DAY)
  return { portalUrl: `${publicUrl}/portal/${token}`, key }
}
