import { beforeAll, describe, expect, test } from '@jest/globals'
import { startSandbox } from '../../support/sandbox.ts'
import { type Client, connect, type Connected, type Members } from './clients.ts'
import { type Sample, samples } from './samples.ts'

let connected: Connected
beforeAll(async () => {
  connected = await connect((await startSandbox()).address)
})

const DAY = /^\d{4}-\d\d-\d\d$/u
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u

/** What every entity has, and what those of its kind have beside, in Intuit's types. */
function expectDocumented(entity: Members, sample: Sample): void {
  expect(entity).toMatchObject({
    Id: expect.stringMatching(/^\d+$/u),
    SyncToken: expect.stringMatching(/^\d+$/u),
    domain: 'QBO',
    sparse: false,
    MetaData: {
      CreateTime: expect.stringMatching(TIME),
      LastUpdatedTime: expect.stringMatching(TIME),
    },
  })
  if (sample.ends === 'inactive') expect(entity.Active).toEqual(expect.any(Boolean))
  const all = (members: readonly string[], matcher: unknown) =>
    Object.fromEntries(members.map((member) => [member, matcher]))
  expect(entity).toMatchObject({
    ...all(sample.texts, expect.any(String)),
    ...all(sample.numbers, expect.any(Number)),
    ...all(sample.dates, expect.stringMatching(DAY)),
    ...all(sample.references, { value: expect.any(String), name: expect.any(String) }),
  })
}

/** What a client sends back to change a thing as a whole. */
const withoutOwn = ({ MetaData, domain, ...body }: Members): Members => body

const cases = (['node-quickbooks', 'intuit-oauth'] as const).flatMap((name, index) =>
  samples.map((sample) => ({ client: name, entity: sample.entity, sample, index })),
)

describe.each(cases)('$client and a $entity', ({ client: name, entity, sample, index }) => {
  const key = `C${index} ${entity}`
  const where = `where ${sample.found} = '${key}'`
  let client: Client
  let made: Members
  beforeAll(async () => {
    client = connected[name]
    made = await client.create(entity, sample.body(key))
  })
  const current = () => client.read(entity, String(made.Id))

  test('it is created as Intuit documents it', () => {
    expect(made.SyncToken).toBe('0')
    expectDocumented(made, sample)
  })

  test('it is read as it was created', async () => {
    expect(await current()).toEqual(made)
  })

  test('it is changed in part, and the rest stays', async () => {
    const { Id, SyncToken } = await current()
    const changed = await client.update(entity, { Id, SyncToken, sparse: true, ...sample.change })
    expectDocumented(changed, sample)
    expect(changed).toMatchObject({ Id, SyncToken: '1', ...sample.change })
    expect(changed[sample.found]).toBe(key)
    expect(await current()).toEqual(changed)
  })

  test('it is changed as a whole', async () => {
    const before = await current()
    const changed = await client.update(entity, { ...withoutOwn(before), sparse: false })
    expectDocumented(changed, sample)
    const { MetaData, SyncToken } = changed
    expect(changed).toEqual({ ...before, MetaData, SyncToken })
    expect(SyncToken).toBe('2')
  })

  test('it is not changed with an old sync token', async () => {
    const { Id } = await current()
    const change = { Id, SyncToken: '0', sparse: true, ...sample.change }
    await expect(client.update(entity, change)).rejects.toMatchObject({ code: '5010' })
  })

  test('it is found by a query', async () => {
    const found = await client.query(entity, where)
    expect(found).toMatchObject({ [entity]: [await current()], startPosition: 1, maxResults: 1 })
  })

  test('what is not there is found by none, and counted as none', async () => {
    expect(await client.query(entity, `where Id = '999999'`)).toEqual({})
    expect(await client.query(entity, `where Id = '999999'`, 'count(*)')).toEqual({ totalCount: 0 })
  })

  test('its kind is told page by page', async () => {
    const all = await client.query(entity, 'startposition 1 maxresults 1000')
    const { totalCount } = await client.query(entity, '', 'count(*)')
    const ids = (all[entity] as readonly Members[]).map(({ Id }) => Id)
    expect(ids).toHaveLength(Number(totalCount))
    expect(all.maxResults).toBe(totalCount)
    const last = await client.query(entity, `startposition ${ids.length} maxresults 2`)
    expect(last).toMatchObject({ startPosition: ids.length, maxResults: 1, [entity]: [{ Id: ids.at(-1) }] })
    expect(await client.query(entity, `startposition ${ids.length + 1} maxresults 2`)).toEqual({})
  })

  if (sample.canBeVoided) {
    test('it is voided: it stays, without amounts', async () => {
      const { Id, SyncToken } = await current()
      const voided = await client.void(entity, { Id, SyncToken, sparse: true })
      expect(voided).toMatchObject({ Id, TotalAmt: 0, PrivateNote: expect.stringContaining('Voided') })
      expect(await current()).toEqual(voided)
    })
  }

  if (sample.ends === 'deleted') {
    test('it is deleted for good', async () => {
      const { Id, SyncToken } = await current()
      const told = await client.remove(entity, { Id, SyncToken })
      expect(told).toEqual({ [entity]: { domain: 'QBO', status: 'Deleted', Id }, time: expect.any(String) })
      await expect(current()).rejects.toMatchObject({ code: '610' })
      expect(await client.query(entity, where)).toEqual({})
    })
  } else {
    test('it cannot be deleted, only made inactive', async () => {
      const { Id, SyncToken } = await current()
      const inactive = await client.update(entity, { Id, SyncToken, sparse: true, Active: false })
      expect(inactive.Active).toBe(false)
      expect((await current()).Active).toBe(false)
      expect(await client.query(entity, `where Id = '${String(Id)}'`)).toEqual({})
      const asked = await client.query(entity, `where Id = '${String(Id)}' and Active in (true, false)`)
      expect(asked).toMatchObject({ maxResults: 1 })
    })
  }
})

describe.each(['node-quickbooks', 'intuit-oauth'] as const)('%s and the company itself', (name) => {
  test('the preferences are read, found, and changed in part', async () => {
    const client = connected[name]
    const { Id, SyncToken } = await client.read('Preferences', '1')
    expect(Id).toBe('1')
    const SalesFormsPrefs = { CustomTxnNumbers: false }
    const changed = await client.update('Preferences', { Id, SyncToken, sparse: true, SalesFormsPrefs })
    expect(changed).toMatchObject({ SalesFormsPrefs })
    const found = await client.query('Preferences', '')
    expect(found).toMatchObject({ Preferences: [{ SalesFormsPrefs }] })
    const back = {
      Id,
      SyncToken: changed.SyncToken,
      sparse: true,
      SalesFormsPrefs: { CustomTxnNumbers: true },
    }
    await client.update('Preferences', back)
  })

  test('the company is read, found, and changed in part', async () => {
    const client = connected[name]
    const { Id, SyncToken, CompanyName } = await client.read('CompanyInfo', '')
    expect(CompanyName).toEqual(expect.any(String))
    const changed = await client.update('CompanyInfo', { Id, SyncToken, sparse: true, LegalName: name })
    expect(changed).toMatchObject({ CompanyName, LegalName: name })
    expect(await client.query('CompanyInfo', '')).toMatchObject({ CompanyInfo: [{ LegalName: name }] })
  })
})
