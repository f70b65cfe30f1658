import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Config, describeConfig, readConfig } from '../src/config.ts'

const VARIABLES = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'RATE_LIMIT',
  'TRUST_PROXY',
  'DATA_DIR',
  'MONGODB_URL',
  'DEMO',
  'LOG_LEVEL',
  'METRICS_PORT',
  'RETENTION_DAYS',
] as const

function accepted(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = readConfig(environment)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.config
}

function refused(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const read = readConfig(environment)
  return 'faults' in read ? read.faults.map(({ variable, reason }) => `${variable} ${reason}`) : []
}

describe('an environment that sets nothing', () => {
  it.each([
    ['', {}],
    [' but other variables', { PATH: '/bin', SMTP_URL: 'x', host: 'x' }],
    [', with empty variables,', { HOST: '', PORT: '', PUBLIC_URL: '', RATE_LIMIT: '', TRUST_PROXY: '' }],
    [', with undefined variables,', { HOST: undefined, PORT: undefined, PUBLIC_URL: undefined }],
  ])('%s is the defaults', (_what, environment) => {
    expect(readConfig(environment)).toEqual({
      config: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        rateLimit: 300,
        trustProxy: 0,
        dataDir: './data',
        mongodbUrl: undefined,
        demo: true,
        logLevel: 'info',
        metricsPort: undefined,
        retentionDays: 365,
      },
    })
  })
})

describe('a variable that is set', () => {
  it.each([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', publicUrl: 'http://0.0.0.0:3000' }],
    [
      { HOST: 'localhost', PORT: '80' },
      { port: 80, publicUrl: 'http://localhost:80' },
    ],
    [{ HOST: '::1' }, { host: '::1', publicUrl: 'http://[::1]:3000' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65_535 }],
    [{ PUBLIC_URL: 'https://sync.example.com' }, { publicUrl: 'https://sync.example.com' }],
    [{ PUBLIC_URL: 'https://example.com/sync//' }, { publicUrl: 'https://example.com/sync' }],
    [{ RATE_LIMIT: '0' }, { rateLimit: 0 }],
    [{ RATE_LIMIT: '1000000' }, { rateLimit: 1_000_000 }],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ TRUST_PROXY: 'loopback' }, { trustProxy: 'loopback' }],
    [{ TRUST_PROXY: 'uniquelocal' }, { trustProxy: 'uniquelocal' }],
    [{ DATA_DIR: '/srv/sync' }, { dataDir: '/srv/sync' }],
    [{ MONGODB_URL: 'mongodb://db.example/books' }, { mongodbUrl: 'mongodb://db.example/books' }],
    [{ DEMO: '0' }, { demo: false }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ METRICS_PORT: '0' }, { metricsPort: 0 }],
    [{ RETENTION_DAYS: '1' }, { retentionDays: 1 }],
  ])('%j makes %j', (environment, config) => {
    expect(accepted(environment)).toMatchObject(config)
  })
})

describe('a wrong variable', () => {
  const PORT = 'PORT must be a whole number from 0 to 65535'
  const RATE_LIMIT = 'RATE_LIMIT must be a whole number from 0 to 1000000'
  const TRUST_PROXY =
    'TRUST_PROXY must be the number of proxies in front, or loopback, linklocal or uniquelocal'

  const wrong = (variable: string, reason: string, values: readonly string[]) =>
    values.map((value) => ({ variable, value, reason }))

  it.each([
    ...wrong('PORT', PORT, ['65536', '-1', '1.5', '3e3', '0x50', ' 80', '80 ', 'eighty', '٣', '9999999999']),
    ...wrong('RATE_LIMIT', RATE_LIMIT, ['1000001', 'none', 'Infinity', '-1']),
    ...wrong('TRUST_PROXY', 'TRUST_PROXY must be a whole number from 0 to 10', ['11']),
    ...wrong('TRUST_PROXY', TRUST_PROXY, ['-1', 'true', 'everybody', '10.0.0.0/8', ' ']),
  ])('$variable="$value" is told with what would be right', ({ variable, value, reason }) => {
    expect(refused({ [variable]: value })).toEqual([reason])
  })

  it.each([
    'ftp://example.com',
    'javascript:alert(1)',
    'example.com',
    '/sync',
    'http://',
    'http://exa mple.com',
    'https://me:secret@example.com',
    'https://me@example.com',
    'https://example.com?a=b',
    'https://example.com/#top',
    'https://example.com?',
    'https://example.com/#',
  ])('PUBLIC_URL=%j is told', (address) => {
    expect(refused({ PUBLIC_URL: address })).toEqual([
      expect.stringMatching(/^PUBLIC_URL must be an .*address/u),
    ])
  })

  it.each(['not a host', 'http://example.com', 'example.com:80', 'a/b', '%', '[::1]'])(
    'HOST=%s, which is neither a name nor an IP address, is told',
    (host) => {
      expect(refused({ HOST: host })).toEqual([expect.stringMatching(/^HOST must be /u)])
    },
  )

  it('is told together with all the others', () => {
    const wrong = { PORT: 'x', PUBLIC_URL: 'x', RATE_LIMIT: 'x', TRUST_PROXY: 'x' }
    expect(refused(wrong).map((fault) => fault.split(' ')[0])).toEqual(Object.keys(wrong))
  })
})

/** Texts that no variable means. */
const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer().map(String),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('', ' ', 'http://', 'http://[', 'https://a:b@c', '__proto__', 'fe80::1%eth0'),
)
const mostly = (likely: fc.Arbitrary<string>) =>
  fc.oneof({ arbitrary: likely, weight: 5 }, { arbitrary: odd, weight: 1 })

/** Environments as they might be: our variables with likely and with odd values, and any others. */
const environments = fc
  .tuple(
    fc.record(
      {
        HOST: mostly(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6())),
        PORT: mostly(fc.nat({ max: 70_000 }).map(String)),
        PUBLIC_URL: mostly(fc.webUrl()),
        RATE_LIMIT: mostly(fc.nat({ max: 1_100_000 }).map(String)),
        TRUST_PROXY: mostly(fc.constantFrom('0', '1', '10', 'loopback', 'linklocal', 'uniquelocal')),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), odd),
  )
  .map(([ours, others]): Readonly<Record<string, string>> => ({ ...others, ...ours }))

describe('any environment', () => {
  it('is read without throwing, and each fault names a variable that is set, once', () => {
    fc.assert(
      fc.property(environments, (environment) => {
        const read = readConfig(environment)
        const faults = 'faults' in read ? read.faults : []
        for (const { variable, reason } of faults) {
          expect(VARIABLES).toContain(variable)
          expect(environment[variable]).not.toBe('')
          expect(environment[variable]).toBeDefined()
          expect(reason).not.toBe('')
        }
        const named = faults.map(({ variable }) => variable)
        expect(named).toEqual([...new Set(named)])
      }),
      { numRuns: 500 },
    )
  })

  it('that is accepted has a public address that is an address', () => {
    fc.assert(
      fc.property(environments, (environment) => {
        const read = readConfig(environment)
        fc.pre('config' in read)
        expect(URL.canParse(read.config.publicUrl)).toBe(true)
        expect(read.config.publicUrl).not.toMatch(/\/$/u)
      }),
      { numRuns: 500 },
    )
  })

  it('that is accepted is described so that it can be set again', () => {
    fc.assert(
      fc.property(environments, (environment) => {
        const read = readConfig(environment)
        fc.pre('config' in read)
        const described = describeConfig(read.config)
        expect(described.map(([variable]) => variable)).toEqual(VARIABLES)
        expect(accepted(Object.fromEntries(described))).toEqual(read.config)
      }),
      { numRuns: 500 },
    )
  })
})
