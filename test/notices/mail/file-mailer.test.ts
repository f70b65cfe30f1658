import { afterAll, describe, expect, it } from '@jest/globals'
import { simpleParser } from 'mailparser'
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createFileMailer } from '../../../src/notices/mail/create-file-mailer.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-mail-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const mail = {
  messageId: '<one@syncdoctor.example>',
  firmId: 'acme',
  to: { name: 'Ada', address: 'ada@acme.example' },
  subject: 'Élément',
  text: 'Text – alone',
  html: '<p>Text</p>',
  language: 'fr',
} as const
const from = 'SyncDoctor <sync@syncdoctor.example>'

describe('mails without a mail server', () => {
  it('are files that mail programs open', async () => {
    const mailer = createFileMailer({ folder: path.join(folder, 'new'), from })
    expect(await mailer.send(mail)).toEqual({ outcome: 'sent' })
    expect(await readdir(path.join(folder, 'new'))).toEqual(['one@syncdoctor.example.eml'])
    const source = await readFile(path.join(folder, 'new', 'one@syncdoctor.example.eml'))
    expect(await simpleParser(source)).toMatchObject({
      subject: 'Élément',
      text: 'Text – alone',
      html: '<p>Text</p>',
      messageId: mail.messageId,
    })
  })

  it('are there once, however often they are sent', async () => {
    const mailer = createFileMailer({ folder: path.join(folder, 'twice'), from })
    await mailer.send(mail)
    await mailer.send(mail)
    expect(await readdir(path.join(folder, 'twice'))).toHaveLength(1)
  })

  it('stay in their folder, whatever they are called', async () => {
    const mailer = createFileMailer({ folder: path.join(folder, 'safe'), from })
    await mailer.send({ ...mail, messageId: '<../../evil/x@y>' })
    expect(await readdir(path.join(folder, 'safe'))).toEqual(['....evilx@y.eml'])
  })

  it('go, when there are too many, the oldest first', async () => {
    const mailer = createFileMailer({ folder: path.join(folder, 'many'), from, most: 2 })
    for (const n of [1, 2, 3]) {
      await mailer.send({ ...mail, messageId: `<${n}@x>` })
      // Each is a second younger than the one before.
      await utimes(path.join(folder, 'many', `${n}@x.eml`), n, n)
    }
    expect((await readdir(path.join(folder, 'many'))).toSorted()).toEqual(['2@x.eml', '3@x.eml'])
  })
})
