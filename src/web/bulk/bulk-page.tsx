import type { BulkAction } from '../../actions/bulk/bulk-action.ts'
import type { BulkResult } from '../../actions/bulk/bulk-result.ts'
import { countsOf } from '../../actions/bulk/counts-of.ts'
import { actorName } from '../issues/actor-name.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { Layout } from '../layout/layout.tsx'
import { ResultRows } from './result-rows.tsx'
import { Totals } from './totals.tsx'

interface Props extends IssueContext {
  readonly bulk: BulkAction
  readonly results: readonly BulkResult[]
  readonly mayAct: boolean
  readonly nameOf: (memberId: string) => string | undefined
  readonly labelOf: (record: string) => string
}

/** `…/issues/bulk/{bulkActionId}`: how far something that is done about several records has come. */
export function BulkPage({ bulk, results, mayAct, nameOf, labelOf, ...page }: Props) {
  const { say, href, base, moment } = page
  const { id, kind, actor, createdAt, cancelledAt, finishedAt } = bulk
  const title = say(kind === 'skip' ? 'bulk.running.skip' : 'bulk.running.resync')
  const counts = countsOf(results)
  const total = results.length
  const over = total - counts.queued - counts.running - counts.waiting
  const isUnderWay = finishedAt === null
  const address = `${base}/bulk/${id}`
  const how =
    cancelledAt !== null
      ? say(isUnderWay ? 'bulk.cancelling' : 'bulk.cancelled')
      : isUnderWay
        ? say('bulk.progress', { over, total })
        : say('bulk.finished', { total })
  return (
    <Layout {...page} title={title} path={address}>
      <p class="crumb">
        <a href={href(base)}>← {say('inbox.title')}</a>
      </p>
      <h1>{title}</h1>
      <p class="means">{say('bulk.by', { actor: actorName(actor, say, nameOf), at: moment(createdAt) })}</p>
      <p class="hidden" role="status" data-said />
      <section
        class="card bulk-progress"
        id="progress"
        aria-labelledby="how"
        data-live
        data-under-way={isUnderWay}
      >
        <h2 id="how" data-say>
          {how}
        </h2>
        <progress max={Math.max(total, 1)} value={over} aria-labelledby="how" />
        <Totals counts={counts} say={say} stateOf={(state) => say(`progress.state.${state}`)} />
        {isUnderWay && (
          <noscript>
            <p>
              <a href={href(address)}>{say('progress.look')}</a>
            </p>
          </noscript>
        )}
        {isUnderWay && cancelledAt === null && mayAct && (
          <form method="post" action={href(`${address}/cancel`)}>
            <p class="means" id="cancel-means">
              {say('bulk.cancel.means')}
            </p>
            <button id="cancel" aria-describedby="cancel-means">
              {say('bulk.cancel')}
            </button>
          </form>
        )}
      </section>
      <div class="card table" id="results" data-live>
        <ResultRows
          {...page}
          results={results}
          heading={say('bulk.column.state')}
          stateOf={({ state }) => say(`progress.state.${state}`)}
          labelOf={labelOf}
        />
      </div>
    </Layout>
  )
}
