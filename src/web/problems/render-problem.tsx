import type { Response } from 'express'
import type { Language } from '../../domain/language.ts'
import { type Problem, problemStatus } from '../../domain/problem.ts'
import { pageContext } from '../page-context.ts'
import { renderPage } from '../render-page.ts'
import { ProblemPage } from './problem-page.tsx'
import { SignedOutPage } from './signed-out-page.tsx'

/** Answers a browser with a refusal as a page. */
export function renderProblem(response: Response, problem: Problem, language: Language): void {
  const { problem: code, headers = {} } = problem
  response.set(headers)
  const context = pageContext(language)
  const { method, originalUrl } = response.req
  const page =
    // Whoever comes with a browser has a link to go back to, and no key.
    code === 'unauthenticated' ? (
      <SignedOutPage {...context} path={method === 'GET' ? (originalUrl.split('?')[0] ?? '/') : '/'} />
    ) : (
      <ProblemPage {...context} code={code} path={`/problems/${code}`} />
    )
  renderPage(response, problemStatus[code], language, page)
}
