import { z } from 'zod'
import type { BooksEntity } from '../books-entity.ts'
import type { NotSent } from '../not-sent.ts'
import type { ReadOutcome } from '../read-outcome.ts'
import type { AccessToken, RealmAccess } from '../realm-access.ts'

/** Asks QuickBooks for the company that an access opens. */
export type ReadCompanyInfo = (access: RealmAccess) => Promise<ReadOutcome<BooksEntity>>

/** Whether a token opens the realm, and the company's name; null: QuickBooks did not say it now. */
export type Company = { readonly opens: true; readonly name: string | null } | { readonly opens: false }

const infoForm = z.object({ CompanyName: z.string().min(1).max(1_024) })

/**
 * The realm stands in an address that the browser was sent to, so that anybody can write another one there; only QuickBooks
 * knows whether the tokens are of that company.
 */
export async function companyOf(readCompanyInfo: ReadCompanyInfo, token: AccessToken): Promise<Company> {
  const info = await readCompanyInfo(accessWith(token))
  switch (info.outcome) {
    case 'read':
      return { opens: true, name: infoForm.safeParse(info.value).data?.CompanyName ?? null }
    case 'not-sent':
      // Where reads are used up for the month, nobody could connect until the next one.
      return isLimit(info) ? { opens: true, name: null } : { opens: false }
    case 'refused':
    case 'failed':
      return { opens: false }
  }
}

function isLimit({ waitingFor }: NotSent): boolean {
  return waitingFor === 'rate-limit' || waitingFor === 'monthly-reads'
}

/** One call, before there is a connection: nothing is renewed, and no limit is kept. */
function accessWith(token: AccessToken): RealmAccess {
  const refused = { outcome: 'not-sent', waitingFor: 'connection', until: undefined } as const
  return {
    token: async () => token,
    renewed: async () => refused,
    reserve: async () => 'now',
    throttled: async (by) => ({
      outcome: 'not-sent',
      waitingFor: by === 'month' ? 'monthly-reads' : 'rate-limit',
      until: undefined,
    }),
    answered: async () => undefined,
  }
}
