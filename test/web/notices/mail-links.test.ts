import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest from 'supertest'
import { createApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config/config.ts'
import { root } from '../../../src/root.ts'
import { connectWebhooks } from '../../../src/wiring/connect-webhooks.ts'
import { openLive } from '../../../src/wiring/open-live.ts'
import { mailAtWork } from '../../support/mail-at-work.ts'
import { startPostOffice } from '../../support/post-office.ts'

const MINUTE = 60_000
let clock = Date.parse('2026-03-09T14:00:00.000Z')
const now = () => new Date(clock)
const post = await startPostOffice()
const at = await mailAtWork({ now, smtpUrl: post.url })
const { stores, mail } = at
const publicUrl = 'https://sync.example.com'
const read = readConfig({ PUBLIC_URL: publicUrl, RATE_LIMIT: '0' })
if ('faults' in read) throw new Error('The configuration is not right.')
const app = await createApp(root)
const onError = (error: unknown) => {
  throw error
}
const http = await app.http({
  config: read.config,
  stores,
  mailLinks: mail.signInMails,
  webhooks: connectWebhooks({ secretKeys: undefined, stores, allowPrivate: false, now }),
  live: openLive({ stores, now, onError }),
  newId: randomUUID,
  now,
  onBug: onError,
  isReady: () => Promise.resolve(true),
})
const site = supertest(http)

/** The path of the one link in the last mail for somebody. */
function linkFor(address: string): string {
  const text = post.for(address).at(-1)?.text ?? ''
  const link = /https:\/\/sync\.example\.com(\/\S+)/u.exec(text)?.[1]
  if (link === undefined) throw new Error(`There is no link in: ${text}`)
  return link
}

async function mailedFirm(firmId: string) {
  const firm = await at.addFirm(firmId)
  await firm.fails()
  await at.work()
  clock += MINUTE
  await at.work()
  return { ...firm, link: linkFor(firm.owner) }
}

const ask = (link: string) => site.post(link).set('Origin', publicUrl)

describe('the link of a mail', () => {
  it('signs nobody in, and has one sent that does', async () => {
    const firm = await mailedFirm('north')
    const looked = await site.get(firm.link)
    expect(looked.status).toBe(200)
    expect(looked.headers['set-cookie']).toBeUndefined()
    expect(post.for(firm.owner)).toHaveLength(1)

    expect((await ask(firm.link)).status).toBe(200)
    expect(post.for(firm.owner)).toHaveLength(2)
    const signIn = linkFor(firm.owner)
    expect(signIn).toMatch(/^\/portal\/[\w-]{43}$/u)
    const entered = await site.post(signIn).set('Origin', publicUrl)
    expect(entered.headers.location).toBe('/firms/north/issues?lang=en')

    // Whoever is signed in goes straight on.
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const straight = await site.get(firm.link).set('Cookie', cookie)
    expect([straight.status, straight.headers.location]).toEqual([303, '/firms/north/issues?lang=en'])
  })

  it('has one sent a minute at most', async () => {
    const firm = await mailedFirm('busy')
    for (let n = 0; n < 3; n += 1) await ask(firm.link)
    expect(post.for(firm.owner)).toHaveLength(2)
    clock += MINUTE
    await ask(firm.link)
    expect(post.for(firm.owner)).toHaveLength(3)
  })

  it('leads to a link that works for 15 minutes', async () => {
    const firm = await mailedFirm('late')
    await ask(firm.link)
    clock += 15 * MINUTE
    expect((await site.get(linkFor(firm.owner))).status).toBe(410)
  })

  it('goes to the address that the member has now', async () => {
    const firm = await mailedFirm('moved')
    const owner = { id: 'owner', firmId: 'moved', name: 'Ada', role: 'owner', language: null } as const
    await stores.members.put({ ...owner, email: 'ada@new.example' })
    await ask(firm.link)
    expect(post.for(firm.owner)).toHaveLength(1)
    expect(post.for('ada@new.example')).toHaveLength(1)
  })

  it('is nobody’s once the member is gone, and says so to nobody who asks', async () => {
    const firm = await mailedFirm('gone')
    await stores.members.remove('gone', 'owner')
    expect((await site.get(firm.link)).status).toBe(410)
    expect((await ask(firm.link)).status).toBe(200)
    expect(post.for(firm.owner)).toHaveLength(1)
  })

  it('is nobody’s under another name', async () => {
    const firm = await mailedFirm('forged')
    const forged = firm.link.replace(/[^/?]+\?/u, 'AbCdEfGhIjKlMnOpQrStUv?')
    expect((await site.get(forged)).status).toBe(410)
    await ask(forged)
    await ask(firm.link.replace('/owner/', '/admin/'))
    expect(post.for(firm.owner)).toHaveLength(1)
    expect(post.for(firm.admin)).toHaveLength(1)
  })

  it('cannot be asked for by a page of another site', async () => {
    const firm = await mailedFirm('foreign')
    expect((await site.post(firm.link).set('Origin', 'https://evil.example')).status).toBe(403)
    expect(post.for(firm.owner)).toHaveLength(1)
  })
})
