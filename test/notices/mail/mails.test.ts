import { describe, expect, it } from '@jest/globals'
import { errors } from '../../support/kept-issues.ts'
import { mailAtWork } from '../../support/mail-at-work.ts'
import { startPostOffice } from '../../support/post-office.ts'

const MINUTE = 60_000

/** 8 in the morning in Toronto, on a Monday. */
let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const post = await startPostOffice()
const at = await mailAtWork({ now, smtpUrl: post.url })
const { stores } = at
const work = () => at.work()

const pass = async (milliseconds: number) => {
  clock += milliseconds
  await work()
}
const subjects = (address: string) => post.for(address).map(({ subject }) => subject)

describe('a flood of failures', () => {
  it('is one mail to the owner and one to each admin, within a minute of the first, and none to staff', async () => {
    const flood = await at.addFirm('flood')
    const began = clock
    for (let n = 0; n < 1_000; n += 1) {
      await flood.fails(`inv_${n}`)
      clock = began + Math.floor((n * MINUTE) / 1_000)
      if (n % 100 === 0) await work()
    }
    expect(post.for(flood.owner)).toHaveLength(0)
    clock = began + MINUTE
    await work()
    expect(subjects(flood.owner)).toEqual(['1,000 records did not reach QuickBooks – flood Accounting'])
    expect(subjects(flood.admin)).toEqual(subjects(flood.owner))
    const [mail] = post.for(flood.owner)
    expect(mail?.text).toContain('Document number already used (1,000)')
    expect(mail?.text).toContain('US$1,250,000.00')
    expect(mail?.text).toContain('- and 995 more')
    expect(mail?.to).toMatchObject({ value: [{ address: flood.owner, name: 'owner of flood' }] })

    await flood.fails('inv_late')
    await pass(14 * MINUTE)
    expect(post.for(flood.owner)).toHaveLength(1)
    await pass(MINUTE)
    expect(subjects(flood.owner)[1]).toBe('1 record did not reach QuickBooks – flood Accounting')
    expect(post.for(flood.staff)).toHaveLength(0)
  })
})

describe('a mail', () => {
  it('tells what came back, and what has another cause now', async () => {
    const back = await at.addFirm('back')
    await back.fails('inv_1')
    await back.fails('inv_2')
    await pass(MINUTE)
    await back.goesThrough('inv_1')
    await pass(20 * MINUTE)
    await back.fails('inv_1')
    await back.fails('inv_2', { error: errors.unrecognized })
    await pass(20 * MINUTE)
    const text = post.for(back.owner).at(-1)?.text
    expect(text).toContain('1 of them came back.')
    expect(text).toContain('1 of them had another cause before.')
  })

  it('tells what was settled, by whom and how, after it was told as open', async () => {
    const done = await at.addFirm('done')
    await done.fails()
    await pass(MINUTE)
    await done.goesThrough()
    await pass(20 * MINUTE)
    const mail = post.for(done.owner).at(-1)
    expect(mail?.subject).toBe('1 issue is settled – done Accounting')
    expect(mail?.text).toContain('it is in QuickBooks. Told by: The practice software')
  })

  it('is not sent about what failed and went through before it was told', async () => {
    const brief = await at.addFirm('brief')
    await brief.fails()
    await brief.goesThrough()
    await pass(MINUTE)
    expect(post.for(brief.owner)).toHaveLength(0)
  })

  it('tells in one line how many failed and went through, beside what did not', async () => {
    const mixed = await at.addFirm('mixed')
    await mixed.fails('inv_1')
    await mixed.goesThrough('inv_1')
    await mixed.fails('inv_2')
    await pass(MINUTE)
    const [mail] = post.for(mixed.owner)
    expect(mail?.subject).toContain('1 record did not reach QuickBooks')
    expect(mail?.text).toContain('1 record failed and then reached QuickBooks after all.')
  })

  it('says nothing of what is skipped, neither then nor later', async () => {
    const calm = await at.addFirm('calm')
    await calm.fails()
    await calm.decide('skip')
    await pass(MINUTE)
    await calm.fails()
    await pass(20 * MINUTE)
    expect(post.for(calm.owner)).toHaveLength(0)
  })

  it('is written in the language of whoever gets it, else in that of the firm', async () => {
    const langue = await at.addFirm('langue', { locale: 'fr-CA' }, { language: null })
    await stores.members.put({
      id: 'admin',
      firmId: 'langue',
      name: 'Ann',
      email: langue.admin,
      role: 'admin',
      language: 'en',
    })
    await langue.fails()
    await pass(MINUTE)
    const [french] = post.for(langue.owner)
    expect(french?.subject).toBe('1 élément n’est pas arrivé dans QuickBooks – langue Accounting')
    expect(french?.text).toContain('Numéro de document déjà utilisé')
    expect(french?.headers.get('content-language')).toBe('fr-CA')
    expect(french?.html).toContain('<html lang="fr-CA">')
    expect(subjects(langue.admin)).toEqual(['1 record did not reach QuickBooks – langue Accounting'])
  })

  it('says that a program has written it, whom it is from, and has no picture', async () => {
    const plain = await at.addFirm('plain')
    await plain.fails()
    await pass(MINUTE)
    const [mail] = post.for(plain.owner)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.from).toMatchObject({ value: [{ address: 'sync@syncdoctor.example', name: 'SyncDoctor' }] })
    expect(mail?.attachments).toEqual([])
    expect(mail?.html).not.toMatch(/<img|<script|url\(|src=/u)
  })

  it('holds one link, and nothing that signs anybody in', async () => {
    const link = await at.addFirm('link')
    await link.fails()
    await pass(MINUTE)
    const [mail] = post.for(link.owner)
    const links = [...String(mail?.html).matchAll(/href="([^"]+)"/gu)].map(([, address]) => address)
    expect(links).toHaveLength(1)
    expect(links[0]).toMatch(
      /^https:\/\/sync\.example\.com\/portal\/mails\/link\/owner\/[\w-]{22}\?lang=en$/u,
    )
    expect(mail?.text?.match(/https?:/gu)).toHaveLength(1)
  })

  it('says nothing of other firms, of what was sent, and of what QuickBooks answered', async () => {
    const [one, other] = [await at.addFirm('canary'), await at.addFirm('finch')]
    const { record } = await one.fails().then(({ issue }) => issue.doc)
    await one.fails('inv_1', {
      error: `${errors['duplicate-document-number']} CANARY-ERROR`,
      payload: '{"PrivateNote":"CANARY-PAYLOAD","access_token":"CANARY-TOKEN"}',
      record: { ...record, id: 'inv_1', url: 'https://canary.example/CANARY-URL' },
    })
    await other.fails('inv_2', { record: { ...record, id: 'inv_2', label: 'Invoice FINCH' } })
    await pass(MINUTE)
    const [mail] = post.for(one.owner)
    expect(mail?.text).toContain('2 records')
    for (const { source, text, html } of post.for(one.owner)) {
      for (const part of [source, text, String(html)]) expect(part).not.toMatch(/CANARY-|FINCH|finch/u)
    }
    expect(
      post
        .for(other.owner)
        .map(({ text }) => text)
        .join(),
    ).toContain('Invoice FINCH')
  })

  it('has names of others on one line, whatever they hold', async () => {
    const evil = 'Evil\r\nBcc: mallory@evil.example\r\n\r\n<b>\u202Eelif\u0007'
    const firm = await at.addFirm('evil', { name: evil }, { name: evil })
    const { issue } = await firm.fails()
    await firm.fails('inv_1', {
      record: { ...issue.doc.record, id: 'inv_1', label: evil, client: { id: 'c', name: evil } },
    })
    await pass(MINUTE)
    const [mail] = post.for(firm.owner)
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.recipient).toBe(firm.owner)
    expect(mail?.subject).toBe('2 records did not reach QuickBooks – Evil Bcc: mallory@evil.example <b> elif')
    expect(mail?.html).toContain('&lt;b>')
    expect(mail?.text).not.toMatch(/[\u0007\u202E]|^Bcc/mu)
    expect(post.for('mallory@evil.example')).toHaveLength(0)
  })
})

describe('whoever is no longer to be told', () => {
  it.each([
    ['is removed', (id: string) => stores.members.remove(id, 'admin')],
    [
      'became staff',
      (firmId: string) =>
        stores.members.put({
          id: 'admin',
          firmId,
          name: 'x',
          email: `admin@${firmId}.example`,
          role: 'staff',
          language: null,
        }),
    ],
    [
      'has no address any more',
      (firmId: string) =>
        stores.members.put({ id: 'admin', firmId, name: 'x', email: null, role: 'admin', language: null }),
    ],
  ])('gets no mail: who %s', async (how, leaves) => {
    const firm = await at.addFirm(`left-${how.replaceAll(' ', '-')}`)
    await firm.fails()
    await work()
    await leaves(firm.firmId)
    await pass(MINUTE)
    expect(post.for(firm.owner)).toHaveLength(1)
    expect(post.for(firm.admin)).toHaveLength(0)
    expect(await stores.collections.mailboxes.get(`${firm.firmId}/admin`)).toBeUndefined()
  })

  it('gets no mail: whose firm is gone', async () => {
    const gone = await at.addFirm('gone')
    await gone.fails()
    await work()
    await stores.firms.remove('gone')
    await pass(MINUTE)
    expect(post.for(gone.owner)).toHaveLength(0)
    expect(await stores.collections.mailboxes.get('gone/owner')).toBeUndefined()
  })
})

describe('whoever begins to be told', () => {
  it('hears only what happens from then on', async () => {
    const firm = await at.addFirm('newcomer')
    await firm.fails('inv_1')
    await pass(MINUTE + 1)
    clock += 1
    const staff = {
      id: 'staff',
      firmId: 'newcomer',
      name: 'Chidi',
      email: firm.staff,
      language: null,
    } as const
    await stores.members.put({ ...staff, role: 'admin' })
    await pass(MINUTE)
    await firm.fails('inv_2')
    await pass(20 * MINUTE)
    const [mail] = post.for(firm.staff)
    expect(mail?.text).toContain('Invoice inv_2')
    expect(mail?.text).not.toContain('Invoice inv_1')
  })

  it('is not told again when the same is put again', async () => {
    const firm = await at.addFirm('again')
    await firm.fails('inv_1')
    await pass(MINUTE)
    await at.addFirm('again')
    await pass(20 * MINUTE)
    expect(post.for(firm.owner)).toHaveLength(1)
  })
})
