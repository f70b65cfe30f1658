import type { IssueContext } from './issue-context.ts'

/** What the newest failure said, word for word. */
export function RawError({ error, say }: IssueContext & { readonly error: string }) {
  return (
    <section class="card raw" aria-labelledby="raw">
      <h2 id="raw">{say('issue.raw')}</h2>
      <pre class="said" dir="auto" role="group" tabIndex={0} aria-labelledby="raw">
        {error}
      </pre>
    </section>
  )
}
