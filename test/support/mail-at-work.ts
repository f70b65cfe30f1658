import { afterAll } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import type { MemberRole } from '../../src/domain/role.ts'
import type { Member } from '../../src/domain/member.ts'
import type { SyncFailure } from '../../src/domain/sync-failure.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { root } from '../../src/root.ts'
import { connectMail } from '../../src/wiring/connect-mail.ts'
import { newStores, syncFailure, syncSuccess } from './kept-issues.ts'
import { host } from './readings.ts'
import { relayOver } from './relay-over.ts'

const { guides } = await createApp(root)

/** What the log of the process was told. */
export type Logged = readonly [event: unknown, words: string]

interface Given {
  readonly now: () => Date
  readonly smtpUrl?: string | undefined
  readonly dataDir?: string
}

const SYSTEM = { timeZone: 'America/Toronto', locale: 'en-CA', currency: 'CAD', notificationAddresses: [] }

/** Mails over a storage of their own: what is to be told is moved and mailed whenever a test says so. */
export async function mailAtWork({ now, smtpUrl, dataDir = '/nowhere' }: Given) {
  const stores = await newStores(now)
  const logged: Logged[] = []
  const log = (event: unknown, words: string) => void logged.push([event, words])
  const connect = () =>
    connectMail({
      config: { smtpUrl, dataDir, mailFrom: 'SyncDoctor <sync@syncdoctor.example>' },
      publicUrl: 'https://sync.example.com',
      stores,
      guides,
      now,
      log: { error: log as never, warn: log as never },
    })
  const mail = connect()
  const relay = relayOver(stores, { now, listeners: [mail.tell] })
  const { firms, members, issues } = stores
  afterAll(() => mail.close())

  return {
    stores,
    mail,
    logged,
    relay,

    /** Tells what is to be told, and sends what is due. */
    async work(): Promise<void> {
      while ((await relay()) > 0);
      while ((await mail.sendDue()) > 0);
    },

    /** A firm with an owner, an admin and staff; their ids are their roles, their addresses begin with them. */
    async addFirm(
      firmId: string,
      facts: Partial<typeof SYSTEM & { readonly name: string }> = {},
      people: Partial<Member> = {},
    ) {
      await firms.put(firmId, { name: `${firmId} Accounting`, ...SYSTEM, ...facts })
      for (const role of ['owner', 'admin', 'staff'] as MemberRole[]) {
        await members.put({
          id: role,
          firmId,
          name: `${role} of ${firmId}`,
          email: `${role}@${firmId}.example`,
          role,
          language: 'en',
          ...people,
        })
      }
      const recordOf = (id: string) => ({ type: 'invoice', id }) as const
      return {
        firmId,
        owner: `owner@${firmId}.example`,
        admin: `admin@${firmId}.example`,
        staff: `staff@${firmId}.example`,
        issueId: (id: string) => issueId(firmId, recordOf(id)),
        fails: (id = 'inv_88', changes: Partial<SyncFailure> = {}) => {
          const { record, ...failure } = syncFailure(0)
          const occurredAt = now().toISOString()
          const named = { ...record, ...recordOf(id), label: `Invoice ${id}` }
          return issues.reportFailure(firmId, { ...failure, occurredAt, record: named, ...changes }, host)
        },
        goesThrough: (id = 'inv_88') =>
          issues.reportSuccess(
            firmId,
            { ...syncSuccess(0), occurredAt: now().toISOString(), record: recordOf(id) },
            host,
          ),
        decide: (kind: 'skip' | 'reopen', id = 'inv_88') =>
          issues.decide(firmId, issueId(firmId, recordOf(id)), {
            kind,
            actor: { type: 'member', id: 'owner', via: null },
            note: null,
            ifVersion: undefined,
          }),
      }
    },
  }
}

export type MailAtWork = Awaited<ReturnType<typeof mailAtWork>>
