import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'

/** A mail in the folder, as a mail program would show it. */
export interface FiledMail {
  /** The name of its file, without the ending. */
  readonly id: string
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

const ENDING = '.eml'

/** Reads the mails to one firm that were written to a folder, where no mail server is set up. */
export function createMailFolder({ folder, firmId }: { readonly folder: string; readonly firmId: string }) {
  async function read(id: string): Promise<FiledMail | undefined> {
    if (!/^[\w@.-]{1,200}$/u.test(id)) return undefined
    const file = path.join(folder, `${id}${ENDING}`)
    const source = await readFile(file).catch(() => undefined)
    if (source === undefined) return undefined
    const mail = await simpleParser(source)
    if (mail.headers.get('x-syncdoctor-firm') !== firmId) return undefined
    const to = [mail.to ?? []].flat().map((one) => one.text)
    return {
      id,
      at: (mail.date ?? new Date(0)).toISOString(),
      to: to.join(', '),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: typeof mail.html === 'string' ? mail.html : '',
    }
  }

  return {
    read,

    /** The newest mails, the newest first. */
    async newest(limit: number): Promise<readonly FiledMail[]> {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING))
      const dated = await Promise.all(
        names.map(async (name) => {
          const found = await stat(path.join(folder, name)).catch(() => undefined)
          return { id: name.slice(0, -ENDING.length), at: found?.mtimeMs ?? 0 }
        }),
      )
      dated.sort((one, other) => other.at - one.at)
      const mails: FiledMail[] = []
      for (const { id } of dated) {
        if (mails.length === limit) break
        const mail = await read(id)
        if (mail !== undefined) mails.push(mail)
      }
      return mails
    },
  }
}
