import express, { type Response, Router } from 'express'
import { languageOf } from '../../../http/language-of.ts'
import { type Translate, translate } from '../../../messages/translate.ts'
import { renderPage } from '../../../web/render-page.ts'
import { isOfOtherSite } from '../is-of-other-site.ts'
import type { Realms } from '../realms/create-realms.ts'
import { readAuthorization } from './authorization-request.ts'
import { AuthorizePage } from './authorize-page.tsx'
import type { Grants } from './grants.ts'
import { SandboxPage } from './sandbox-page.tsx'

interface Needs {
  readonly realms: Realms
  readonly grants: Grants
  /** Where owners may be sent back to; undefined: anywhere. */
  readonly redirectUris: readonly string[] | undefined
}

/** `/connect/oauth2`: the page with the *Connect* button, and what becomes of it. */
export function createAuthorize({ realms, grants, redirectUris }: Needs): Router {
  const router = Router()
  router.get('/connect/oauth2', (request, response) => {
    const language = languageOf(request)
    const say = translate(language)
    const asked = readAuthorization(request.query, redirectUris)
    if ('problem' in asked) {
      protect(response, [])
      const words = say(`sandbox.authorize.problem.${asked.problem}`)
      renderPage(response, 400, language, <Problem language={language} say={say} words={words} />)
      return
    }
    const companies = realms.ids().map((realmId) => ({ realmId, name: nameOf(realms, realmId) }))
    protect(response, [new URL(asked.redirectUri).origin])
    const page = { language, say, asked, companies }
    renderPage(response, 200, language, <AuthorizePage {...page} />)
  })

  router.post(
    '/connect/oauth2',
    express.urlencoded({ extended: false, limit: '16kb' }),
    (request, response) => {
      const language = languageOf(request)
      const say = translate(language)
      const body: unknown = request.body
      const asked = readAuthorization(body, redirectUris)
      const form = new Map(Object.entries(body ?? {}) as [string, unknown][])
      const realmId = form.get('realmId')
      const isConnected = form.get('decision') === 'connect'
      const isOurs = typeof realmId === 'string' && realms.ids().includes(realmId)
      if ('problem' in asked || isOfOtherSite(request) || (isConnected && !isOurs)) {
        protect(response, [])
        const words = say(`sandbox.authorize.problem.${'problem' in asked ? asked.problem : 'request'}`)
        renderPage(response, 400, language, <Problem language={language} say={say} words={words} />)
        return
      }
      const back = new URL(asked.redirectUri)
      if (isConnected && isOurs) {
        back.searchParams.set('code', grants.newCode(realmId, asked.redirectUri))
        back.searchParams.set('realmId', realmId)
      } else back.searchParams.set('error', 'access_denied')
      back.searchParams.set('state', asked.state)
      response.redirect(302, back.href)
    },
  )
  return router
}

interface ProblemProps {
  readonly language: 'en' | 'fr'
  readonly say: Translate
  readonly words: string
}

function Problem({ language, say, words }: ProblemProps) {
  return (
    <SandboxPage language={language} say={say} title={say('sandbox.authorize.problem')}>
      <p class="lead">{words}</p>
    </SandboxPage>
  )
}

function nameOf(realms: Realms, realmId: string): string {
  return realms.books(realmId)?.settings.companyName ?? realmId
}

/** A form's answer may lead on to the application, which browsers take for a part of the form's way. */
function protect(response: Response, formTargets: readonly string[]): void {
  const targets = ["'self'", ...formTargets].join(' ')
  response.set({
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
}
