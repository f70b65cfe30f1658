import type { Language } from '../../../domain/language.ts'
import type { Translate } from '../../../messages/translate.ts'
import type { AuthorizationRequest } from './authorization-request.ts'
import { client } from './client.ts'
import { SandboxPage } from './sandbox-page.tsx'

interface Props {
  readonly language: Language
  readonly say: Translate
  readonly asked: AuthorizationRequest
  readonly companies: readonly { readonly realmId: string; readonly name: string }[]
}

/** Where a company's owner allows an application to read and write its books, or does not. */
export function AuthorizePage({ language, say, asked, companies }: Props) {
  const kept = {
    client_id: client.id,
    response_type: 'code',
    redirect_uri: asked.redirectUri,
    scope: asked.scope,
    state: asked.state,
    lang: language,
  }
  return (
    <SandboxPage language={language} say={say} title={say('sandbox.authorize.title')}>
      <p class="lead">{say('sandbox.authorize.lead', { site: new URL(asked.redirectUri).host })}</p>
      <form class="card" method="post" action="/connect/oauth2">
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="realm">{say('sandbox.authorize.company')}</label>
          <select id="realm" name="realmId">
            {companies.map(({ realmId, name }) => (
              <option value={realmId}>{`${name} (${realmId})`}</option>
            ))}
          </select>
        </div>
        <div class="row">
          <button class="primary" name="decision" value="connect">
            {say('sandbox.authorize.connect')}
          </button>
          <button name="decision" value="cancel">
            {say('sandbox.authorize.cancel')}
          </button>
        </div>
      </form>
    </SandboxPage>
  )
}
