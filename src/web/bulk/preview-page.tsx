import type { BulkResult } from '../../actions/bulk/bulk-result.ts'
import { countsOf } from '../../actions/bulk/counts-of.ts'
import type { ActionState } from '../../domain/action.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { Layout } from '../layout/layout.tsx'
import { bulkAddress } from './bulk-address.ts'
import type { BulkWish } from './read-bulk-wish.ts'
import { ResultRows } from './result-rows.tsx'
import { Totals } from './totals.tsx'

interface Props extends IssueContext {
  readonly wish: BulkWish
  readonly results: readonly BulkResult[]
  /** Why nothing can be told: too many, or none. */
  readonly mistake: string | undefined
  readonly formId: string
  readonly labelOf: (record: string) => string
}

/** `…/issues/bulk`: what would be done about each of several records, before anything is. */
export function PreviewPage({ wish, results, mistake, formId, labelOf, ...page }: Props) {
  const { say, href, base } = page
  const { kind } = wish
  const title = say(`bulk.title.${kind}`, { count: results.length })
  const possible = results.filter(({ state }) => state !== 'refused').map(({ issueId }) => issueId)
  const stateOf = (state: ActionState) => {
    const would = state === 'queued' || state === 'waiting' || state === 'running' ? state : 'refused'
    return say(`bulk.would.${would}`, { kind })
  }
  return (
    <Layout {...page} title={mistake ?? title} path={bulkAddress(base, wish)}>
      <p class="crumb">
        <a href={href(base)}>← {say('inbox.title')}</a>
      </p>
      <h1>{mistake === undefined ? title : say('bulk.bar')}</h1>
      {mistake !== undefined ? (
        <p class="mistake" role="status">
          {mistake}
        </p>
      ) : (
        <>
          <p class="lead">{say('bulk.forecast')}</p>
          {kind === 'resync' && <p>{say('bulk.order')}</p>}
          <Totals counts={countsOf(results)} say={say} stateOf={stateOf} />
          {possible.length === 0 ? (
            <p>{say('bulk.nothing')}</p>
          ) : (
            <form class="confirmed" method="post" action={href(`${base}/bulk`)}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="form" value={formId} />
              <input type="hidden" name="issues" value={possible.join(' ')} />
              <button class="primary">{say(`bulk.start.${kind}`, { count: possible.length })}</button>{' '}
              <a class="button" href={href(base)}>
                {say('inbox.title')}
              </a>
            </form>
          )}
          <div class="card table">
            <ResultRows
              {...page}
              results={results}
              heading={say('bulk.column.result')}
              stateOf={({ state }) => stateOf(state)}
              labelOf={labelOf}
            />
          </div>
        </>
      )}
    </Layout>
  )
}
