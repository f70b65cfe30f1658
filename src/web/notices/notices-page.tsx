import { type NoticeFrequency, noticeFrequencies } from '../../domain/notice-frequency.ts'
import type { Member } from '../../domain/member.ts'
import type { IssueContext } from '../issues/issue-context.ts'
import { Layout } from '../layout/layout.tsx'

interface Props extends IssueContext {
  readonly path: string
  readonly member: Member
  /** Whether it was just saved. */
  readonly done: boolean
}

/** `/firms/{firmId}/notices`: whether somebody is mailed, and how often they want to be. */
export function NoticesPage({ path, member, done, ...page }: Props) {
  const { say } = page
  const isTold = member.role !== 'staff'
  const title = done ? say('notices.saved') : say('notices.title')
  return (
    <Layout {...page} title={title} path={path}>
      {done && (
        <div class="done" role="status">
          <p>{say('notices.saved')}</p>
        </div>
      )}
      <div class="intro">
        <h1>{say('notices.title')}</h1>
        <p class="lead">{say(isTold ? 'notices.lead' : 'notices.staff')}</p>
        {isTold && (
          <p>
            {member.email === null
              ? say('notices.noAddress')
              : say('notices.address', { address: member.email })}
          </p>
        )}
      </div>
      {isTold && <FrequencyForm {...page} path={path} chosen={member.notices} />}
    </Layout>
  )
}

interface FormProps extends IssueContext {
  readonly path: string
  readonly chosen: NoticeFrequency
}

function FrequencyForm({ path, chosen, say, href }: FormProps) {
  return (
    <form class="card frequency" method="post" action={href(path)}>
      <fieldset>
        <legend>{say('notices.often')}</legend>
        {noticeFrequencies.map((frequency) => (
          <p>
            <label>
              <input type="radio" name="notices" value={frequency} checked={frequency === chosen} />{' '}
              {say(`notices.${frequency}`)}
            </label>
            <span class="means">{say(`notices.${frequency}.means`)}</span>
          </p>
        ))}
      </fieldset>
      <p class="means">{say('notices.reminder')}</p>
      <button class="primary">{say('notices.save')}</button>
    </form>
  )
}
