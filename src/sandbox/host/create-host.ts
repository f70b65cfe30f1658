import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { Router } from 'express'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import { answerCall } from './calls/answer-call.ts'
import { createCalls } from './calls/create-calls.ts'
import type { HostStore } from './records/host-store.ts'
import { openHostStore } from './records/open-host-store.ts'
import type { RecordRef } from './records/record-ref.ts'
import { createPrepare } from './push/create-prepare.ts'
import { createPush, type Push } from './push/create-push.ts'
import { pushAll, type PushedRecord } from './push/push-all.ts'
import type { Pushed } from './push/pushed.ts'
import { createDeliver, type Delivered, type SyncDoctor } from './reporting/create-deliver.ts'

interface Needs {
  /** Where it keeps its tables. */
  readonly database: DatabaseSyncInstance
  readonly quickbooks: QuickBooks
  readonly syncDoctor: SyncDoctor
  /** Signs SyncDoctor's calls, as Standard Webhooks writes it (`whsec_…`). */
  readonly secret: string
  /** Where its own pages stand. */
  readonly publicUrl: string
  readonly now: () => Date
  readonly newId: () => string
  /** Called with what went wrong by our own mistake while nobody waited for it. */
  readonly onBug: (error: unknown) => void
}

/** The stand-in practice-management application: one firm's records, and their way into QuickBooks. */
export interface Host {
  readonly store: HostStore
  /** Pushes a record, and reports how it went. */
  readonly push: Push
  readonly pushAll: () => Promise<readonly PushedRecord[]>
  /** Sends the reports that still wait. */
  readonly deliver: () => Promise<Delivered>
  /** SyncDoctor's calls, and `POST /_host/push`: pushes everything, by itself. */
  readonly routes: Router
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>
}

export function createHost(needs: Needs): Host {
  const { database, quickbooks, syncDoctor, secret, publicUrl, now, newId, onBug } = needs
  const store = openHostStore(database)
  const prepare = createPrepare({ store, quickbooks, newId })
  const pushOnly = createPush({ store, quickbooks, prepare, publicUrl, now, newId })
  const deliver = createDeliver({ store, syncDoctor })
  const underWay = new Set<Promise<void>>()

  const reported = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    await deliver()
    return done
  }
  const push = (ref: RecordRef): Promise<Pushed> => reported(pushOnly(ref))
  const pushEverything = () => reported(pushAll(store, pushOnly))
  const soon = (work: () => Promise<unknown>): void => {
    const job: Promise<void> = work()
      .then(() => undefined, onBug)
      .finally(() => underWay.delete(job))
    underWay.add(job)
  }

  const routes = Router()
  const pushSoon = (ref: RecordRef) => soon(() => push(ref))
  routes.use(
    createCalls({
      store,
      secret,
      answer: (call) => answerCall(call, { store, prepare, publicUrl, newId, pushSoon }),
    }),
  )
  routes.post('/_host/push', (request, response) => {
    // A page of another site cannot send this type without asking first.
    if (!request.is('application/json')) {
      response.status(415).json({ error: 'application/json is wanted' })
      return
    }
    soon(pushEverything)
    response.status(202).end()
  })

  return {
    store,
    push,
    pushAll: pushEverything,
    deliver,
    routes,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
