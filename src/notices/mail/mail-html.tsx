import { renderToString } from 'preact-render-to-string'
import { MailBody } from './mail-body.tsx'
import type { ToldMail } from './told-mail.ts'

export function mailHtml(told: ToldMail): string {
  return `<!doctype html>${renderToString(<MailBody {...told} />)}`
}
