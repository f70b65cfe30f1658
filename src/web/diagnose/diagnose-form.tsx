import { recordTypes } from '../../domain/record-type.ts'
import type { PageContext } from '../page-context.ts'

interface Props extends PageContext {
  readonly error: string
  readonly recordType: string
  readonly mistake?: string
  /** Once there is an answer, the box leaves room for it. */
  readonly answered: boolean
}

/** The paste box. */
export function DiagnoseForm({ say, href, error, recordType, mistake, answered }: Props) {
  const described = mistake === undefined ? 'error-hint' : 'error-hint error-mistake'
  return (
    <form class="card paste" method="post" action={href('/')}>
      <div class="field">
        <label for="error">{say('diagnose.error.label')}</label>
        <p class="hint" id="error-hint">
          {say('diagnose.error.hint')}
        </p>
        {mistake !== undefined && (
          <p class="mistake" id="error-mistake">
            {mistake}
          </p>
        )}
        <textarea
          id="error"
          name="error"
          rows={answered ? 3 : 6}
          spellcheck={false}
          aria-describedby={described}
          aria-invalid={mistake !== undefined}
          required
        >
          {/* HTML swallows the first line break of a text area. */}
          {`\n${error}`}
        </textarea>
      </div>
      <div class="row">
        <div class="field">
          <label for="recordType">{say('diagnose.recordType.label')}</label>
          <select id="recordType" name="recordType">
            <option value="">{say('diagnose.recordType.unknown')}</option>
            {recordTypes.map((type) => (
              <option value={type} selected={type === recordType}>
                {say(`recordType.${type}`)}
              </option>
            ))}
          </select>
        </div>
        <button class="primary">{say('diagnose.submit')}</button>
      </div>
    </form>
  )
}
