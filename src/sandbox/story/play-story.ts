import type { Company } from '../company/company.ts'
import type { Host } from '../host/create-host.ts'
import type { HostRecord } from '../host/records/host-record.ts'
import type { HostSettings } from '../host/records/host-settings.ts'
import { firstRecords } from './first-records.ts'
import { lastStep } from './last-step.ts'
import { laterRecords } from './later-records.ts'
import { tidyBooks } from './tidy-books.ts'

interface Needs {
  readonly host: Host
  readonly company: Pick<Company, 'person' | 'write' | 'books'>
  readonly realmId: string
  readonly now: () => Date
}

/**
 * The demo firm's months with QuickBooks: first all goes well, then the bookkeeper tidies up, and then every error of the
 * table arises by itself. It goes on where it was cut short, and is played once. False: QuickBooks could not be asked.
 */
export async function playStory({ host, company, realmId, now }: Needs): Promise<boolean> {
  const { store } = host
  if (store.isDone(lastStep)) return true
  const accountId = (name: string): string => {
    const account = company
      .books(realmId)
      ?.all('Account')
      .find(({ Name }) => Name === name)
    if (account === undefined) throw new Error(`The books have no account "${name}".`)
    return account.Id
  }
  const accounts = { income: accountId('Services'), receivable: accountId('Accounts Receivable (A/R)') }

  const enter = (
    step: string,
    records: () => readonly HostRecord[],
    settings: Partial<HostSettings>,
  ): void => {
    if (store.isDone(step)) return
    store.change({ records: records(), settings: { ...store.settings(), ...settings }, step })
  }
  const pushOnce = async (step: string): Promise<boolean> => {
    if (store.isDone(step)) return true
    const pushed = await host.pushAll()
    const isHeldUp = pushed.some(
      (one) => one.pushed.outcome === 'waiting' && one.pushed.waitingFor !== 'record',
    )
    if (isHeldUp) return false
    store.change({ step })
    return true
  }

  enter('first-records', () => firstRecords(now(), accounts), {
    depositToAccountId: accountId('Checking'),
    nextInvoiceNumber: 1780,
  })
  if (!(await pushOnce('first-push'))) return false
  if (!store.isDone('tidied')) {
    tidyBooks({ company, realmId, now: now() })
    store.change({ step: 'tidied' })
  }
  enter('later-records', () => laterRecords(now(), accounts), {
    // What the settings call "expense account" is a bank account; whoever filled them in chose by the name.
    expenseAccountId: accountId('Bank Charges'),
    expensePaymentId: accountId('Commissions & fees'),
    nextInvoiceNumber: 1786,
  })
  return pushOnce(lastStep)
}
