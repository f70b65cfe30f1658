import type { HostRecord } from '../../host/records/host-record.ts'
import type { HostStore } from '../../host/records/host-store.ts'
import { labelOf } from '../../host/records/label-of.ts'
import { dependenciesOf } from '../../host/push/dependencies-of.ts'
import { ActForm } from '../parts/act-form.tsx'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { SelectField } from '../parts/select-field.tsx'
import type { Choice } from './choices-of.ts'
import { HostNav } from './host-nav.tsx'
import { RecordFields } from './record-fields.tsx'
import { StatusPill } from './status-pill.tsx'

interface Props extends SandboxContext {
  readonly record: HostRecord
  readonly store: HostStore
  /** To choose from; undefined: QuickBooks does not tell them now, or none is wanted. */
  readonly customers: readonly Choice[] | undefined
  readonly accounts: readonly Choice[] | undefined
  readonly notice: Notice | undefined
}

/** `/sandbox/host/records/{type}/{id}`: one record, how far it has come, and what can be done with it. */
export function RecordPage({ record, store, customers, accounts, notice, ...page }: Props) {
  const { say, href } = page
  const { type, id, sync } = record
  const path = `/sandbox/host/records/${type}/${id}`
  const missing = dependenciesOf(record, store).flatMap((ref) => {
    const other = store.get(ref.type, ref.id)
    return other !== undefined && other.sync.quickbooksId === null ? [other] : []
  })
  return (
    <Frame {...page} area="host" title={labelOf(record, store)} path={path} notice={notice}>
      <HostNav {...page} current="records" />
      <section class="card">
        <p>
          {say(`recordType.${type}`)} <StatusPill sync={sync} say={say} />
        </p>
        {sync.quickbooksId !== null && <p>{say('sandbox.host.quickbooksId', { id: sync.quickbooksId })}</p>}
        {sync.error !== null && <q class="said">{sync.error}</q>}
        {missing.map((other) => (
          <p>
            {say('sandbox.host.waitsFor')}{' '}
            <a href={href(`/sandbox/host/records/${other.type}/${other.id}`)}>{labelOf(other, store)}</a>
          </p>
        ))}
      </section>
      <div class="acts">
        <ActForm
          {...page}
          action={`${path}/push`}
          label={say('sandbox.host.push')}
          means={say('sandbox.host.push.means')}
          primary
        />
        {record.type === 'client' && (
          <ActForm
            {...page}
            action={`${path}/link`}
            label={say('sandbox.host.link')}
            means={say('sandbox.host.link.means')}
          >
            <SelectField
              form="link"
              name="customer"
              label={say('sandbox.host.customer')}
              value={sync.quickbooksId ?? record.unmatched}
              options={[
                { value: 'refuse', label: say('sandbox.host.link.byName') },
                { value: 'create', label: say('sandbox.host.link.create') },
                ...(customers ?? []),
              ]}
            />
          </ActForm>
        )}
        <ActForm {...page} action={`${path}/edit`} label={say('sandbox.save')}>
          <RecordFields
            record={record}
            currency={store.settings().currency}
            accounts={accounts ?? []}
            say={say}
          />
        </ActForm>
        {record.type === 'service' && (
          <ActForm
            {...page}
            action={`${path}/delete`}
            label={say('sandbox.host.delete')}
            means={say('sandbox.host.delete.means')}
          />
        )}
      </div>
    </Frame>
  )
}
