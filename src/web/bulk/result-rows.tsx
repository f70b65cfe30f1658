import type { BulkResult } from '../../actions/bulk/bulk-result.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { resultSentence } from './result-sentence.ts'

interface Props extends IssueContext {
  readonly results: readonly BulkResult[]
  readonly heading: string
  readonly stateOf: (result: BulkResult) => string
  readonly labelOf: (record: string) => string
}

/** Each record of a bulk action, and what comes, or would come, of it. */
export function ResultRows({ results, heading, stateOf, labelOf, say, href, base }: Props) {
  return (
    <table>
      <caption class="hidden">{say('bulk.results')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('inbox.column.record')}</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => {
          const { issueId, record, state } = result
          const why = resultSentence(result, say, labelOf)
          return (
            <tr>
              <th scope="row">
                {record === null ? (
                  say('bulk.gone')
                ) : (
                  <>
                    <a href={href(`${base}/${issueId}`)} dir="auto">
                      {record.label}
                    </a>
                    <span class="sub">
                      {say(`recordType.${record.type}`)}
                      {record.client !== null && record.client.name !== record.label && (
                        <>
                          {' · '}
                          <bdi>{record.client.name}</bdi>
                        </>
                      )}
                    </span>
                  </>
                )}
              </th>
              <td>
                <span class={`pill ${state}`}>{stateOf(result)}</span> {why}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
