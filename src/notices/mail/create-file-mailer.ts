import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'
import { messageOf } from './message-of.ts'

interface Needs {
  readonly folder: string
  readonly from: string
  /** How many are kept; older ones go. */
  readonly most?: number
}

const MOST = 500
const ENDING = '.eml'

/** Writes mails to a folder, where no mail server is set up. A mail that is sent again takes the place of the first. */
export function createFileMailer({ folder, from, most = MOST }: Needs): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })

  async function clearOld(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING))
    if (names.length <= most) return
    const dated = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
    )
    dated.sort((one, other) => other.at - one.at)
    for (const { name } of dated.slice(most)) await rm(path.join(folder, name), { force: true })
  }

  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from))
      const name = mail.messageId.replace(/[^\w@.-]/gu, '')
      await mkdir(folder, { recursive: true })
      const draft = path.join(folder, `${name}.part`)
      await writeFile(draft, message as Buffer, { flush: true })
      await rename(draft, path.join(folder, `${name}${ENDING}`))
      // Another process may have cleared away the same one.
      await clearOld().catch(() => undefined)
      return { outcome: 'sent' }
    },
    close: () => undefined,
  }
}
