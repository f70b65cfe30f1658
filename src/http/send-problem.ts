import type { Request, Response } from 'express'
import { type Problem, problemStatus } from '../domain/problem.ts'
import { isMessageKey } from '../messages/is-message-key.ts'
import { type MessageKey, translate } from '../messages/translate.ts'
import { languageOf } from './language-of.ts'

/** Answers with a refusal as RFC 9457 wants it, in the caller's language. */
export function sendProblem(request: Request, response: Response, problem: Problem, publicUrl: string): void {
  const { problem: code, reason, errors, headers = {} } = problem
  const language = languageOf(request)
  const say = translate(language)
  const status = problemStatus[code]
  response
    .status(status)
    .set(headers)
    .set('Content-Language', language)
    .vary('Accept-Language')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `${publicUrl}/problems/${code}`,
        title: say(`problem.${code}.title`),
        status,
        detail: say(`problem.${code}.detail`),
        code,
        ...(reason !== undefined && { reason }),
        requestId: response.getHeader('X-Request-Id'),
        ...(errors && {
          errors: errors.map(({ expected = '', ...fault }) => ({
            ...fault,
            detail: `${fault.pointer || '/'} ${say(faultKey(fault.code), { expected })}`,
          })),
        }),
      }),
    )
}

/** The validator knows more keywords than people need sentences for. */
function faultKey(code: string): MessageKey {
  const key = `fault.${code}`
  return isMessageKey(key) ? key : 'fault.other'
}
