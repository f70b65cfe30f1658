import { createApp } from '../../src/app.ts'
import { type AllowedAction, allowedActions } from '../../src/domain/allowed-actions.ts'
import type { EvidenceKind } from '../../src/domain/evidence-fields.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { IssueRecord } from '../../src/domain/issue-record.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { newIssue } from '../../src/domain/new-issue.ts'
import type { Operation } from '../../src/domain/operation.ts'
import { createProbe, type Findings } from '../../src/evidence/create-probe.ts'
import { maskSecrets } from '../../src/faults/mask-secrets.ts'
import type { Host } from '../../src/host/host.ts'
import { createReadFailure } from '../../src/issues/read-failure.ts'
import { createQuickBooks } from '../../src/quickbooks/client/create-quickbooks.ts'
import type { EntityName } from '../../src/quickbooks/entity-name.ts'
import type { QuickBooks } from '../../src/quickbooks/quickbooks.ts'
import { root } from '../../src/root.ts'
import type { PersonAct } from '../../src/sandbox/company/books/books.ts'
import type { Entity } from '../../src/sandbox/company/books/entity.ts'
import { fakeAccess } from './fake-access.ts'
import { host as reporter } from './readings.ts'
import { startSandbox } from './sandbox.ts'

const { diagnose, loaded } = await createApp(root)
const readFailure = createReadFailure({ diagnose, maskSecrets, now: () => new Date() })

type Body = Readonly<Record<string, unknown>>

interface Pushed {
  readonly entity: EntityName
  readonly body: Body
  readonly operation?: 'create' | 'update'
  readonly record?: Partial<IssueRecord>
}

interface Told {
  readonly error: string
  readonly record: Partial<IssueRecord>
  readonly entity?: EntityName
  readonly operation?: Operation
  readonly payload?: string
}

/** A company of the sandbox, with the real client; what fails there is diagnosed, and its cause looked for. */
export async function companyWithCases() {
  const sandbox = await startSandbox()
  const { realmId, apiUrl } = sandbox.address
  const token = async () => ({ realmId, accessToken: sandbox.accessToken })
  const { access, asked } = fakeAccess({ token })
  const books = createQuickBooks({ access, apiUrl })
  let pushes = 0

  const done = <T extends object>(written: T): Exclude<T, { refused: unknown }> => {
    if ('refused' in written) throw new Error(JSON.stringify(written))
    return written as Exclude<T, { refused: unknown }>
  }

  return {
    books,
    /** How many reads QuickBooks counted. */
    reads: () =>
      asked.reduce<number>((sum, call) => {
        const [what, of] = call as [string, { readonly reads: number }]
        return what === 'reserve' ? sum + of.reads : sum
      }, 0),

    /** What a person does in QuickBooks' own pages. */
    act: (act: PersonAct): Entity => done(sandbox.company.person(realmId, act)).entity,

    /** Puts something into the books. */
    add: (entity: EntityName, body: Body): Entity =>
      done(sandbox.company.write(realmId, { operation: 'create', entity, body })).entity,

    /** Changes something in the books. */
    change: (entity: EntityName, id: string, body: Body): Entity => {
      const before = sandbox.company.books(realmId)?.get(entity, id)
      const sparse = { ...body, Id: id, SyncToken: before?.SyncToken, sparse: true }
      return done(sandbox.company.write(realmId, { operation: 'update', entity, body: sparse })).entity
    },

    remove: (entity: EntityName, id: string): void => {
      const body = sandbox.company.books(realmId)?.get(entity, id)
      done(sandbox.company.write(realmId, { operation: 'delete', entity, body }))
    },

    find: (entity: EntityName, name: string): Entity => {
      const found = sandbox.company
        .books(realmId)
        ?.all(entity)
        .find((one) => [one['DisplayName'], one['Name'], one['DocNumber']].includes(name))
      if (found === undefined) throw new Error(`There is no ${entity} ${name}.`)
      return found
    },

    /** The issue of a record that QuickBooks refuses. */
    refused: async ({ entity, body, operation = 'create', record = {} }: Pushed): Promise<Issue> => {
      const write = { entity, body, requestId: `push-${(pushes += 1)}` }
      const written = operation === 'create' ? await books.create(write) : await books.update(write)
      if (written.outcome !== 'refused') throw new Error(`It went through: ${JSON.stringify(written)}`)
      const payload = JSON.stringify(body)
      return issueOf({ error: written.refusal.error, record, entity, operation, payload })
    },

    /** What a look at an issue's record finds, by default without a host to ask. */
    look: async (issue: Issue, host?: Host, quickBooks: QuickBooks = books): Promise<Look> => {
      const probe = createProbe({
        quickBooksOf: async () => quickBooks,
        hostOf: async () => host,
        quickbooksIdOf: async () => null,
        now: () => new Date(),
      })
      const kinds = loaded.catalog.rules.find(({ item }) => item.slug === issue.item)?.item.evidence ?? []
      return lookOf(issue, await probe(issue, kinds))
    },
  }
}

export interface Look extends Findings {
  /** The fact of a kind; throws where there is none. */
  readonly fact: (kind: EvidenceKind) => Evidence
  readonly resync: AllowedAction | undefined
  readonly skip: AllowedAction | undefined
}

function lookOf(issue: Issue, findings: Findings): Look {
  const { facts } = findings
  const actions = allowedActions({ ...issue, evidence: facts }, 'owner', new Date())
  return {
    ...findings,
    fact: (kind) => {
      const found = facts.find((one) => one.kind === kind)
      if (found === undefined) throw new Error(`No ${kind} among ${JSON.stringify(findings)}.`)
      return found
    },
    resync: actions.find(({ kind }) => kind === 'resync'),
    skip: actions.find(({ kind }) => kind === 'skip'),
  }
}

/** The issue of a record whose push ended with this error. */
export async function issueOf({ record, ...told }: Told): Promise<Issue> {
  const whole: IssueRecord = {
    type: 'invoice',
    id: 'inv_88',
    label: 'Invoice 1781',
    url: null,
    money: { minor: 125_000, currency: 'USD' },
    date: null,
    client: { id: 'c_7', name: 'Northwind LLC' },
    ...record,
  }
  const failure = { ...told, record: whole, occurredAt: new Date().toISOString() }
  const beginning = { id: 'iss_1', firmId: 'acme', lastSuccessAt: null, quickbooksId: null }
  return newIssue(beginning, await readFailure(failure, reporter))
}

/** A host that says this of every record. */
export function hostSaying(said: Awaited<ReturnType<Host['read']>>): Host {
  const told = { outcome: 'told' } as const
  return {
    read: async () => said,
    synced: async () => told,
    skipped: async () => told,
    reopened: async () => told,
    push: async () => ({ outcome: 'accepted' }),
    deleteService: async () => ({ outcome: 'deleted' }),
  }
}

/** A host that would write this now. */
export function hostWriting(entity: EntityName, body: Body, operation: 'create' | 'update' = 'create'): Host {
  const at = new Date().toISOString()
  const payload = { entity, operation, body, requestId: null, dependsOn: [], source: 'host', at } as const
  return hostSaying({ outcome: 'read', payload })
}
