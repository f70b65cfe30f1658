import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Config, readConfig } from '../src/config/config.ts'
import { describeConfig } from '../src/config/describe-config.ts'

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
  'LEASE_SECONDS',
  'SECRET_KEY',
  'SECRET_KEY_FILE',
  'INTUIT_CLIENT_ID',
  'INTUIT_CLIENT_SECRET',
  'INTUIT_REDIRECT_URI',
  'INTUIT_ENVIRONMENT',
  'INTUIT_WEBHOOK_VERIFIER',
  'INTUIT_API_URL',
  'INTUIT_DISCOVERY_URL',
  'INTUIT_REQUESTS_PER_MINUTE',
  'SMTP_URL',
  'MAIL_FROM',
  'ALLOW_PRIVATE_WEBHOOKS',
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
    [' but other variables', { PATH: '/bin', SMTP_HOST: 'x', host: 'x' }],
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
        leaseSeconds: 30,
        secretKeys: undefined,
        secretKeyFile: undefined,
        intuitEnvironment: 'sandbox',
        intuit: undefined,
        smtpUrl: undefined,
        mailFrom: 'SyncDoctor <syncdoctor@localhost>',
        allowPrivateWebhooks: false,
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
    [{ LEASE_SECONDS: '5' }, { leaseSeconds: 5 }],
    [{ SMTP_URL: 'smtps://me:secret@mail.example:465' }, { smtpUrl: 'smtps://me:secret@mail.example:465' }],
    [{ MAIL_FROM: 'sync@example.com' }, { mailFrom: 'sync@example.com' }],
    [{ MAIL_FROM: 'Sync <sync@example.com>' }, { mailFrom: 'Sync <sync@example.com>' }],
    [{ ALLOW_PRIVATE_WEBHOOKS: '1' }, { allowPrivateWebhooks: true }],
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
    ...wrong('SMTP_URL', 'SMTP_URL must be an address like smtps://user:password@host:465', [
      'mail.example',
      'http://mail.example',
      'smtp://',
    ]),
    ...wrong('MAIL_FROM', 'MAIL_FROM must be an address like SyncDoctor <sync@example.com>', [
      'SyncDoctor',
      'a@b\nBcc: c@d',
      '<a@b> <c@d>',
    ]),
    ...wrong('ALLOW_PRIVATE_WEBHOOKS', 'ALLOW_PRIVATE_WEBHOOKS must be 0 or 1', ['true', '2']),
    ...wrong('LEASE_SECONDS', 'LEASE_SECONDS must be a whole number from 1 to 600', ['0', '601', 'x']),
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

const KEY = 'a'.repeat(64)
const OTHER_KEY = 'b'.repeat(64)
/** As little as firms can be connected with. */
const APP = { INTUIT_CLIENT_ID: 'app', INTUIT_CLIENT_SECRET: 'of-the-app', SECRET_KEY: KEY }

describe('the app at Intuit', () => {
  it('is sent back to the public address, and is tried in Intuit’s sandbox, unless it is said otherwise', () => {
    expect(accepted({ ...APP, PUBLIC_URL: 'https://sync.example.com/doctor' }).intuit).toEqual({
      clientId: 'app',
      clientSecret: 'of-the-app',
      redirectUri: 'https://sync.example.com/doctor/oauth/callback',
      environment: 'sandbox',
      discoveryUrl: undefined,
      apiUrl: undefined,
      requestsPerMinute: undefined,
      webhookVerifier: undefined,
    })
    const said = {
      INTUIT_REDIRECT_URI: 'https://edge.example.com/oauth/callback',
      INTUIT_ENVIRONMENT: 'production',
      INTUIT_WEBHOOK_VERIFIER: 'verifier',
      INTUIT_API_URL: 'http://127.0.0.1:4000/v3',
      INTUIT_DISCOVERY_URL: 'http://127.0.0.1:4000/.well-known/openid_sandbox_configuration',
      INTUIT_REQUESTS_PER_MINUTE: '15000',
    }
    expect(accepted({ ...APP, ...said }).intuit).toMatchObject({
      redirectUri: said.INTUIT_REDIRECT_URI,
      environment: 'production',
      webhookVerifier: 'verifier',
      apiUrl: said.INTUIT_API_URL,
      discoveryUrl: said.INTUIT_DISCOVERY_URL,
      requestsPerMinute: 15_000,
    })
  })

  it.each([
    [
      'an id alone',
      { INTUIT_CLIENT_ID: 'app' },
      ['INTUIT_CLIENT_ID needs INTUIT_CLIENT_SECRET and SECRET_KEY or SECRET_KEY_FILE'],
    ],
    ['no key', { ...APP, SECRET_KEY: undefined }, ['INTUIT_CLIENT_ID needs SECRET_KEY or SECRET_KEY_FILE']],
    ['a secret alone', { INTUIT_CLIENT_SECRET: 'x' }, ['INTUIT_CLIENT_SECRET needs INTUIT_CLIENT_ID']],
    [
      'half of a pair of addresses',
      { ...APP, INTUIT_API_URL: 'http://127.0.0.1:4000/v3' },
      ['INTUIT_API_URL needs INTUIT_DISCOVERY_URL'],
    ],
    [
      'limits of its own for Intuit itself',
      { ...APP, INTUIT_REQUESTS_PER_MINUTE: '15000' },
      ['INTUIT_REQUESTS_PER_MINUTE needs INTUIT_API_URL'],
    ],
    [
      'what is there for an app that is not',
      { INTUIT_WEBHOOK_VERIFIER: 'x', INTUIT_REDIRECT_URI: 'https://a.example/oauth/callback' },
      ['INTUIT_REDIRECT_URI needs INTUIT_CLIENT_ID', 'INTUIT_WEBHOOK_VERIFIER needs INTUIT_CLIENT_ID'],
    ],
    [
      'several wrong ones at once',
      {
        PORT: 'x',
        INTUIT_CLIENT_SECRET: 'two words',
        INTUIT_ENVIRONMENT: 'test',
        INTUIT_REDIRECT_URI: 'https://a.example/elsewhere',
        INTUIT_API_URL: 'https://a.example/v4',
      },
      [
        'PORT must be a whole number from 0 to 65535',
        'INTUIT_CLIENT_SECRET must be text without blanks, and needs INTUIT_CLIENT_ID',
        'INTUIT_REDIRECT_URI must end in /oauth/callback, and needs INTUIT_CLIENT_ID',
        'INTUIT_ENVIRONMENT must be sandbox or production',
        'INTUIT_API_URL must end in /v3, and needs INTUIT_DISCOVERY_URL and INTUIT_CLIENT_ID',
      ],
    ],
  ])('is refused with %s', (_what, environment, faults) => {
    expect(refused(environment)).toEqual(faults)
  })
})

describe('the keys that seal secrets', () => {
  const folder = mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
  afterAll(async () => rm(await folder, { recursive: true }))
  let files = 0
  const fileOf = async (text: string) => {
    files += 1
    const file = path.join(await folder, `keys${files}`)
    await writeFile(file, text)
    return file
  }

  it('stand in a variable, or in a file, one a line, the first of which seals', async () => {
    const inVariable = accepted({ SECRET_KEY: `${KEY},${OTHER_KEY}` }).secretKeys
    const inFile = accepted({ SECRET_KEY_FILE: await fileOf(`${KEY}\n${OTHER_KEY}\n`) }).secretKeys
    expect(inVariable).toHaveLength(2)
    expect(inFile).toEqual(inVariable)
    expect(accepted({ SECRET_KEY: KEY }).secretKeys?.[0]).toEqual(inVariable?.[0])
  })

  it('are refused without a word of what they are', async () => {
    const wrong = 'hunter2'
    for (const environment of [
      { SECRET_KEY: wrong },
      { SECRET_KEY: `${KEY},${KEY}` },
      { SECRET_KEY_FILE: await fileOf(`${KEY}\n${wrong}`) },
      { SECRET_KEY_FILE: await fileOf('') },
      { SECRET_KEY_FILE: path.join(await folder, 'none') },
      { SECRET_KEY: KEY, SECRET_KEY_FILE: await fileOf(KEY) },
    ]) {
      const [fault = '', ...others] = refused(environment)
      expect(others).toEqual([])
      expect(fault).toMatch(/^SECRET_KEY(?:_FILE)? (?:is not right: |must )/u)
      expect(fault).not.toContain(wrong)
      expect(fault).not.toContain(KEY)
    }
  })
})

describe('secrets', () => {
  it('are masked where the configuration is described, and those that are not set are seen not to be', () => {
    const described = new Map(describeConfig(accepted({ ...APP, INTUIT_WEBHOOK_VERIFIER: 'verifier' })))
    expect(described.get('INTUIT_CLIENT_ID')).toBe('app')
    for (const secret of ['SECRET_KEY', 'INTUIT_CLIENT_SECRET', 'INTUIT_WEBHOOK_VERIFIER']) {
      expect([secret, described.get(secret)]).toEqual([secret, '***'])
      expect([secret, new Map(describeConfig(accepted({}))).get(secret)]).toEqual([secret, ''])
    }
    const db = describeConfig(accepted({ MONGODB_URL: 'mongodb://me:secret@db.example/books' }))
    expect(new Map(db).get('MONGODB_URL')).toBe('mongodb://me:***@db.example/books')
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
        INTUIT_ENVIRONMENT: mostly(fc.constantFrom('sandbox', 'production')),
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
