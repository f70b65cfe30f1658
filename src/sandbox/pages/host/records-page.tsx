import { recordTypes } from '../../../domain/record-type.ts'
import { amountOf } from '../../host/records/amount-of.ts'
import { clientOf } from '../../host/records/client-of.ts'
import type { HostStore } from '../../host/records/host-store.ts'
import { labelOf } from '../../host/records/label-of.ts'
import { ActForm } from '../parts/act-form.tsx'
import { Frame, type Notice } from '../parts/frame.tsx'
import type { SandboxContext } from '../parts/sandbox-context.ts'
import { HostNav } from './host-nav.tsx'
import { StatusPill } from './status-pill.tsx'

interface Props extends SandboxContext {
  readonly store: HostStore
  readonly notice: Notice | undefined
}

/** `/sandbox/host`: all records of the firm, how far each has come, and *Push all now*. */
export function RecordsPage({ store, notice, ...page }: Props) {
  const { say, href, money } = page
  const waiting = store.reports().length
  return (
    <Frame {...page} area="host" title={say('sandbox.host.records')} path="/sandbox/host" notice={notice}>
      <HostNav {...page} current="records" />
      {waiting > 0 && <p class="mistake">{say('sandbox.host.reportsWaiting', { count: waiting })}</p>}
      <ActForm
        {...page}
        action="/sandbox/host/push"
        label={say('sandbox.host.pushAll')}
        means={say('sandbox.host.pushAll.means')}
        primary
      />
      {recordTypes.map((type) => {
        const records = store.all(type)
        if (records.length === 0) return null
        return (
          <section class="records">
            <h2>{say(`inbox.tab.${type}`)}</h2>
            <div class="card table entries">
              <table>
                <caption class="hidden">{say(`inbox.tab.${type}`)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say(`recordType.${type}`)}</th>
                    <th scope="col">{say('sandbox.host.status')}</th>
                  </tr>
                </thead>
                <tbody>
                  {records.map((record) => {
                    const amount = amountOf(record)
                    const client = record.type === 'client' ? undefined : clientOf(record, store)?.name
                    return (
                      <tr>
                        <th scope="row">
                          <a href={href(`/sandbox/host/records/${type}/${record.id}`)} dir="auto">
                            {labelOf(record, store)}
                          </a>
                          <span class="sub">
                            {client !== undefined && <bdi>{client}</bdi>}{' '}
                            {amount !== undefined && money(amount / 100)}
                          </span>
                        </th>
                        <td>
                          <StatusPill sync={record.sync} say={say} />
                          {record.sync.error !== null && <q class="said">{record.sync.error}</q>}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </section>
        )
      })}
      <ActForm
        {...page}
        action="/sandbox/host/reset"
        label={say('sandbox.host.reset')}
        means={say('sandbox.host.reset.means')}
      />
    </Frame>
  )
}
