import express, { type Request, type RequestHandler, Router } from 'express'
import path from 'node:path'
import type { Diagnose } from '../domain/diagnosis.ts'
import type { ErrorItem } from '../domain/error-item.ts'
import type { Guides } from '../domain/guide.ts'
import type { Language } from '../domain/language.ts'
import { type Problem, type ProblemCode, problemStatus } from '../domain/problem.ts'
import { recordTypes } from '../domain/record-type.ts'
import { diagnosisText } from '../guides/diagnosis-text.ts'
import { explainDiagnosis } from '../guides/explain-diagnosis.ts'
import { presentItem } from '../guides/present-item.ts'
import { tellDiagnosis } from '../guides/tell-diagnosis.ts'
import { Answer } from './diagnose/answer.tsx'
import { DiagnosePage } from './diagnose/diagnose-page.tsx'
import { ArticlePage } from './errors/article-page.tsx'
import { ErrorsPage } from './errors/errors-page.tsx'
import { formField } from './form-field.ts'
import { pageContext } from './page-context.ts'
import { ProblemPage } from './problems/problem-page.tsx'
import { renderPage } from './render-page.ts'

/** Form encoding writes a letter in up to nine characters. */
const BODY_LIMIT = 10 * 1024 * 1024
const MAX_ERROR = 1024 * 1024

interface Needs {
  readonly root: string
  readonly diagnose: Diagnose
  readonly guides: Guides
  readonly items: readonly ErrorItem[]
  readonly languageOf: (request: Request) => Language
  readonly allowMethods: (methods: readonly string[]) => RequestHandler
  readonly refuse: (problem: Problem) => RequestHandler
  readonly limit: readonly RequestHandler[]
}

/** The pages: rendered here, and whole without scripts. */
export function createPages(needs: Needs): Router {
  const { root, diagnose, guides, items, languageOf, allowMethods, refuse, limit } = needs
  const router = Router()
  const contextOf = (request: Request) => pageContext(languageOf(request))

  router.use(
    '/static',
    express.static(path.join(root, 'src', 'web', 'static'), { maxAge: '1h', index: false }),
  )
  router.get('/banner.js', (_request, response) => {
    // Pages of hosts, at origins of their own, take it in.
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    response.sendFile(path.join(root, 'src', 'web', 'static', 'banner.js'), { maxAge: '1h' })
  })
  router.all('/', allowMethods(['GET', 'POST']))
  router.all(['/errors', '/errors/:slug', '/problems/:code'], allowMethods(['GET']))

  router.get('/', (request, response) => {
    const page = contextOf(request)
    const example = 'example' in request.query ? (items[3] ?? items[0])?.message : undefined
    renderPage(response, 200, page.language, <DiagnosePage {...page} error={example ?? ''} recordType="" />)
  })

  router.post(
    '/',
    ...limit,
    express.urlencoded({ limit: BODY_LIMIT, extended: false }),
    async (request, response) => {
      const page = contextOf(request)
      const { language, say } = page
      const body: unknown = request.body
      const error = formField(body, 'error')
      const recordType = recordTypes.find((type) => type === formField(body, 'recordType'))
      const form = { ...page, error, recordType: recordType ?? '' }
      const mistake =
        error.trim() === ''
          ? 'diagnose.error.missing'
          : error.length > MAX_ERROR
            ? 'diagnose.error.tooLong'
            : undefined
      if (mistake !== undefined) {
        renderPage(response, 400, language, <DiagnosePage {...form} error="" mistake={say(mistake)} />)
        return
      }
      const diagnosis = await diagnose({ error, recordType })
      const explain = (format: 'html' | 'text') => explainDiagnosis(guides, diagnosis, { language, format })
      const told = tellDiagnosis(explain('html'), say, ({ slug }) => guides.title(slug, language))
      const ticket = diagnosisText(told, explain('text'), say)
      renderPage(
        response,
        200,
        language,
        <DiagnosePage {...form} answer={told.title} posted={{ error, recordType: recordType ?? '' }}>
          <Answer {...page} diagnosis={explain('html')} told={told} ticket={ticket} />
        </DiagnosePage>,
      )
    },
  )

  router.get('/errors', (request, response) => {
    const page = contextOf(request)
    const rows = items.map((item) => presentItem(item, guides, page.language))
    renderPage(response, 200, page.language, <ErrorsPage {...page} rows={rows} />)
  })

  router.get('/errors/:slug', (request, response, next) => {
    const page = contextOf(request)
    const { slug } = request.params
    const item = items.find((one) => one.slug === slug)
    if (item === undefined && slug !== 'unrecognized') {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const guide = guides.render({
      slug: item?.slug ?? null,
      captures: {},
      language: page.language,
      format: 'html',
    })
    renderPage(
      response,
      200,
      page.language,
      <ArticlePage {...page} path={request.path} guide={guide} item={item} />,
    )
  })

  router.get('/problems/:code', (request, response, next) => {
    const { code } = request.params
    if (!isProblemCode(code)) {
      refuse({ problem: 'not-found' })(request, response, next)
      return
    }
    const page = contextOf(request)
    renderPage(response, 200, page.language, <ProblemPage {...page} code={code} path={request.path} />)
  })
  return router
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemStatus, code)
}
