import type { Response } from 'express'
import type { Language } from '../../domain/language.ts'
import { type Problem, problemStatus } from '../../domain/problem.ts'
import { pageContext } from '../page-context.ts'
import { renderPage } from '../render-page.ts'
import { ProblemPage } from './problem-page.tsx'

/** Answers a browser with a refusal as a page. */
export function renderProblem(response: Response, problem: Problem, language: Language): void {
  const { problem: code, headers = {} } = problem
  response.set(headers)
  const page = <ProblemPage {...pageContext(language)} code={code} path={`/problems/${code}`} />
  renderPage(response, problemStatus[code], language, page)
}
