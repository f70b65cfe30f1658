import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { ElementType, parseDocument } from 'htmlparser2'
import supertest from 'supertest'
import type { Action } from '../../src/domain/action.ts'
import { type Language, languages } from '../../src/domain/language.ts'
import { outcomeReasons } from '../../src/domain/outcome-reason.ts'
import { outcomeStatus } from '../../src/web/quickbooks/outcome.ts'
import { problemStatus } from '../../src/domain/problem.ts'
import type { Translate } from '../../src/messages/translate.ts'
import { catalog } from '../support/catalog.ts'
import { putAction } from '../support/put-action.ts'
import type { RunningServer } from '../support/running-server.ts'

/** Every sentence stands in these marks here; what is read outside them has bypassed the messages, or is data. */
const messages = await import('../../src/messages/translate.ts')
jest.unstable_mockModule('../../src/messages/translate.ts', () => ({
  translate: (language: Language): Translate => {
    const say = messages.translate(language)
    return (key, values) => `⟦${say(key, values)}⟧`
  },
}))
const { startServer } = await import('../support/running-server.ts')
const { appAtIntuit } = await import('../support/app-at-intuit.ts')
const { keptConnection } = await import('../support/kept-connection.ts')
const { createGuides } = await import('../../src/guides/create-guides.ts')
const { presentItem } = await import('../../src/guides/present-item.ts')
const { numberTaken } = await import('../support/just-read.ts')
const { addInboxFirm, people, portalPath } = await import('../support/inbox-firm.ts')

const guides = createGuides(catalog)

/** Attributes that people are shown or told. */
const TOLD = [
  'alt',
  'title',
  'placeholder',
  'aria-label',
  'aria-description',
  'data-label',
  'data-done',
  'data-failed',
]

/** Elements whose words are not ours: guides and quotations, formatted times, and a language's own name. */
function isData(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const { id, class: classes = '', lang } = attributes
  return (
    ['script', 'style', 'time', 'code', 'textarea'].includes(name) ||
    (name !== 'html' && lang !== undefined) ||
    // The same sentences, and the guide, as one text to copy.
    id === 'ticket' ||
    /\b(?:guide|said)\b/u.test(classes)
  )
}

/** All that people read on a page, or are told, apart from data; the guide's own label is told, too. */
function wordsOn(html: string): readonly string[] {
  const words: string[] = []
  const read = (node: ReturnType<typeof parseDocument>['children'][number]): void => {
    if (node.type === ElementType.Text) words.push(node.data)
    if (!('attribs' in node)) return
    for (const name of TOLD) words.push(node.attribs[name] ?? '')
    if (!isData(node.name, node.attribs)) node.children.forEach(read)
  }
  parseDocument(html).children.forEach(read)
  return words
}

/** What is left of a text without marked sentences, data, and amounts: letters only where words bypass the messages. */
function bypassing(text: string, data: readonly string[]): boolean {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, '')
  }
  for (const known of data) rest = rest.replaceAll(known, '')
  // Money as Intl writes it, and dates as facts of an issue.
  return /\p{L}/u.test(rest.replace(/(?:US|CA)?\$[\d.,\s]+|[\d.,\s]+\$(?:\s(?:US|CA))?/gu, ''))
}

/** The message with no word in it that stands in our messages as well. */
const notOurs = (message: string) => message.replace('TxnType=Invoice', 'TxnType=Quittung')
const CLIENT = 'Café Léa'
const COMPANY = 'Quittungen GmbH'
const LABEL = 'Invoice 1781'
const PRACTICE = 'https://practice.example/1781'

/** How an action can stand: waiting for each thing there is, and ended for each reason. */
const actions: readonly Partial<Action>[] = [
  { state: 'running' },
  ...(
    [
      'connection',
      'rate-limit',
      'monthly-reads',
      'quickbooks',
      'host',
      'second-try',
      'outcome',
      'client/c',
    ] as const
  ).map((waitingFor) => ({ state: 'waiting', waitingFor }) as const),
  ...outcomeReasons.map((reason) => ({ state: 'refused', reason }) as const),
  ...(['created', 'updated', 'linked', 'deleted'] as const).map(
    (outcome) => ({ state: 'succeeded', outcome, quickbooksId: '7', reason: null }) as const,
  ),
]

describe.each(languages)('every word of the pages in "%s" comes from the messages', (language) => {
  let server: RunningServer
  let cookie: string
  let staff: string
  let issue: string
  let read: string
  let acted: string
  let service: string
  const moments: string[] = []
  // As the page writes them: they are no words of ours.
  const momentOf = (at: string) =>
    new Intl.DateTimeFormat(`${language}-CA`, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'America/Toronto',
    }).format(new Date(at))

  async function signIn(firm: string, role: 'owner' | 'staff'): Promise<string> {
    const answer = await supertest(server.url)
      .post(await portalPath(server.stores, firm, role))
      .set('Origin', server.url)
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }

  beforeAll(async () => {
    server = await startServer(await appAtIntuit())
    const { connections } = server.stores.collections
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString()
    const warned = {
      refreshExpiresAt: soon,
      hardExpiresAt: soon,
      readsBlockedUntil: soon,
      formerRealmId: '1',
    }
    await connections.insert(keptConnection('busy', { companyName: COMPANY, ...warned }))
    const ended = { at: soon, by: { type: 'system', id: 'syncdoctor', via: null } } as const
    await connections.insert(
      keptConnection('quiet', { status: 'reconnect-needed', companyName: null, ended }),
    )
    const record = { label: LABEL, url: PRACTICE, client: { id: 'c', name: CLIENT } }
    await addInboxFirm(
      server.stores,
      'busy',
      catalog.rules.map(({ item }) => ({ row: item.number, record, error: notOurs(item.message) })),
    )
    await addInboxFirm(server.stores, 'quiet', [])
    await addInboxFirm(server.stores, 'apart', [{ row: 4, record }])
    cookie = await signIn('busy', 'owner')
    staff = await signIn('busy', 'staff')
    const { issues } = await server.stores.issues.list('busy', { sort: '-lastSeenAt', limit: 50 })
    issue = issues[3]?.doc.id ?? ''
    const found = issues[2]
    read = found?.doc.id ?? ''
    const now = new Date().toISOString()
    const evidence = [numberTaken(COMPANY, now)]
    if (found !== undefined) await server.stores.store.replace(found, { ...found.doc, evidence }, now)
    const actor = { type: 'member', id: 'owner', via: null } as const
    for (const kind of ['skip', 'reopen'] as const) {
      await server.stores.issues.decide('busy', issue, { kind, actor, note: null, ifVersion: undefined })
    }
    acted = issues[1]?.doc.id ?? ''
    service = issues.find(({ doc }) => doc.record.type === 'service')?.doc.id ?? ''
    const chosen = await server.stores.bulkActions.choose('busy', { issueIds: [issue, read] })
    if (!('ranks' in chosen)) throw new Error('There is nothing to choose.')
    const wish = { id: 'blk_1', firmId: 'busy', kind: 'resync', actor, note: null } as const
    const { createdAt } = await server.stores.bulkActions.request({ ...wish, ...chosen })
    const days = issues.flatMap(({ doc }) => doc.record.date ?? [])
    const dayOf = new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'medium', timeZone: 'UTC' })
    moments.push(momentOf(createdAt), ...days.map((day) => dayOf.format(new Date(day))))
    moments.push(...issues.flatMap(({ doc }) => [doc.firstSeenAt, doc.lastSeenAt]).map(momentOf))
  })
  afterAll(() => server.stop())

  const get = async (path: string, session = '') =>
    supertest(server.url)
      .get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      .set('Accept', 'text/html')
      .set('Cookie', session)
  const post = async (error: string) =>
    supertest(server.url).post(`/?lang=${language}`).type('form').send({ error, recordType: 'invoice' })

  const pages: readonly (readonly [string, () => Promise<{ readonly text: string }>])[] = [
    ['the paste box', () => get('/')],
    ['the paste box sent empty', () => post(' ')],
    ['the answer to a known error', () => post(notOurs(catalog.rules[3]?.item.message ?? ''))],
    ['the answer to an unknown error', () => post('12345')],
    ['the error table', () => get('/errors')],
    ['an article', () => get('/errors/duplicate-document-number')],
    ['the article on unknown errors', () => get('/errors/unrecognized')],
    ...Object.keys(problemStatus).map(
      (code) => [`the problem ${code}`, () => get(`/problems/${code}`)] as const,
    ),
    ['a link of the portal', async () => get(await portalPath(server.stores, 'busy', 'owner'))],
    ['a link that was used', () => get('/portal/used')],
    ['the inbox', () => get('/firms/busy/issues', cookie)],
    ['the inbox after a decision', () => get(`/firms/busy/issues?done=reopen&issue=${issue}`, cookie)],
    [
      'the inbox after a decision that came too late',
      () => get(`/firms/busy/issues?done=skip&issue=${issue}`, cookie),
    ],
    ['the inbox where nothing fits', () => get('/firms/busy/issues?status=deleted', cookie)],
    [
      'the inbox where nothing ever failed',
      async () => get('/firms/quiet/issues', await signIn('quiet', 'owner')),
    ],
    ['the inbox for the staff', () => get('/firms/busy/issues', staff)],
    ['an issue', () => get(`/firms/busy/issues/${issue}`, cookie)],
    ['an issue whose books were read', () => get(`/firms/busy/issues/${read}`, cookie)],
    [
      'an issue whose books could not be read',
      () => get(`/firms/busy/issues/${issue}?unread=connection`, cookie),
    ],
    ['an issue for the staff', () => get(`/firms/busy/issues/${issue}`, staff)],
    [
      'the way to a resync',
      async () => {
        const { issues } = await server.stores.issues.list('apart', { sort: '-lastSeenAt', limit: 1 })
        const session = await signIn('apart', 'owner')
        return get(`/firms/apart/issues/${issues[0]?.doc.id}/resync`, session)
      },
    ],
    ['the way to a link', () => get(`/firms/busy/issues/${issue}/link?quickbooksId=x`, cookie)],
    ['the way to a deletion', () => get(`/firms/busy/issues/${service}/delete`, cookie)],
    ...actions.map(
      (action) =>
        [
          `an action that is ${action.state}, ${action.waitingFor ?? action.reason}`,
          async () => {
            const { createdAt, dueAt } = await putAction(server.stores, 'busy', acted, action)
            moments.push(...[createdAt, dueAt ?? createdAt].map(momentOf))
            return get(`/firms/busy/issues/${acted}`, cookie)
          },
        ] as const,
    ),
    ['several records chosen', () => get('/firms/busy/issues/bulk?do=all-resync', cookie)],
    ['nothing chosen', () => get('/firms/busy/issues/bulk?do=resync', cookie)],
    ['several records at work', () => get('/firms/busy/issues/bulk/blk_1', cookie)],
    ['how often mails come', () => get('/firms/busy/notices?done=saved', cookie)],
    ['that staff get no mails', () => get('/firms/busy/notices', staff)],
    ['the connection', () => get('/firms/busy/quickbooks', cookie)],
    ['the connection for the staff', () => get('/firms/busy/quickbooks', staff)],
    [
      'the connection that must be renewed',
      async () => get('/firms/quiet/quickbooks', await signIn('quiet', 'owner')),
    ],
    ...Object.keys(outcomeStatus).flatMap(
      (outcome) =>
        [
          [`the outcome ${outcome}`, () => get(`/oauth/outcomes/${outcome}`, cookie)],
          [`the outcome ${outcome} for nobody`, () => get(`/oauth/outcomes/${outcome}`)],
        ] as const,
    ),
    ['the inbox while nobody is signed in', () => get('/firms/busy/issues')],
  ]

  it.each(pages)('on %s', async (_, open) => {
    const { text } = await open()
    const items = catalog.rules.map(({ item }) => item)
    // Longer data first, since it may hold shorter.
    const data = [
      ...items.flatMap(({ slug, message }) => [guides.title(slug, language), message]),
      guides.title(null, language),
      ...items.map(
        (item) => presentItem(item, guides, language).corrected.description.split('\n\n')[0] ?? '',
      ),
      LABEL,
      CLIENT,
      COMPANY,
      'Quittung',
      ...Object.values(people),
      ...moments,
    ].sort((a, b) => b.length - a.length)
    const words = wordsOn(text)
    expect(words.filter((word) => word.includes('⟦')).length).toBeGreaterThan(5)
    expect(words.filter((word) => bypassing(word, data))).toEqual([])
  })

  it('or would be noticed: plain words, in a text or in a label', () => {
    const html = '<p>⟦All ⟦clear⟧⟧ 12</p><button aria-label="⟦Skip⟧">⟦Skip⟧</button>'
    expect(wordsOn(html).filter((word) => bypassing(word, []))).toEqual([])
    for (const [mark, plain] of [
      ['⟦All ⟦clear⟧⟧', 'All clear'],
      ['aria-label="⟦Skip⟧"', 'aria-label="Skip"'],
    ] as const) {
      const told = wordsOn(html.replace(mark, plain)).filter((word) => bypassing(word, []))
      expect(told).toHaveLength(1)
    }
  })
})
