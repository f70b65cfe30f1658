import { isIP } from 'node:net'
import { z } from 'zod'
import { lackingVariables } from './lacking-variables.ts'
import { readSecretKeys } from './read-secret-keys.ts'
import type { SecretKeys } from '../secrets/parse-secret-keys.ts'

/** A whole number in a variable; Number('') and Number(' 7 ') are not what somebody meant. */
const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be a whole number from ${low} to ${high}`)

// `abort`: what is no address is not asked about its parts.
const address = z
  .url({ protocol: /^https?$/u, error: 'must be an http or https address', abort: true })
  .regex(/^[^\s?#@]*$/u, 'must be an address without blanks, user name, query and fragment')

/** An id or secret of Intuit's, which stands in headers. */
const credential = z.string().regex(/^[!-~]{1,500}$/u, 'must be text without blanks')

const host = z
  .string()
  .refine(
    (value) => (isIP(value) > 0 || /^[\w.-]+$/u.test(value)) && URL.canParse(`http://${inAddress(value)}`),
    {
      error: 'must be a host name or an IP address',
    },
  )

/** A host as it stands in an address: IPv6 in brackets. */
function inAddress(name: string): string {
  return name.includes(':') ? `[${name}]` : name
}

/** Every variable the service reads. */
const variables = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3000),
  PUBLIC_URL: address.transform((value) => value.replace(/\/+$/u, '')).optional(),
  RATE_LIMIT: whole(0, 1_000_000).default(300),
  TRUST_PROXY: z
    .union([whole(0, 10), z.enum(['loopback', 'uniquelocal', 'linklocal'])], {
      error: 'must be the number of proxies in front, or loopback, linklocal or uniquelocal',
    })
    .default(0),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URL: z
    .string()
    .regex(/^mongodb(?:\+srv)?:\/\/\S+$/u, 'must be an address like mongodb://host/database')
    .optional(),
  DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  METRICS_PORT: whole(0, 65_535).optional(),
  RETENTION_DAYS: whole(1, 36_500).default(365),
  LEASE_SECONDS: whole(1, 600).default(30),
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_FILE: z.string().optional(),
  INTUIT_CLIENT_ID: credential.optional(),
  INTUIT_CLIENT_SECRET: credential.optional(),
  INTUIT_REDIRECT_URI: address.regex(/\/oauth\/callback$/u, 'must end in /oauth/callback').optional(),
  INTUIT_ENVIRONMENT: z
    .enum(['sandbox', 'production'], { error: 'must be sandbox or production' })
    .default('sandbox'),
  INTUIT_WEBHOOK_VERIFIER: credential.optional(),
  INTUIT_API_URL: address.regex(/\/v3$/u, 'must end in /v3').optional(),
  INTUIT_DISCOVERY_URL: address.optional(),
  INTUIT_REQUESTS_PER_MINUTE: whole(1, 100_000).optional(),
  SMTP_URL: z
    .string()
    .refine((value) => /^smtps?:\/\/\S+$/u.test(value) && URL.canParse(value), {
      error: 'must be an address like smtps://user:password@host:465',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\p{Cc}<>@]*<?[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+>?$/u,
      'must be an address like SyncDoctor <sync@example.com>',
    )
    .default('SyncDoctor <syncdoctor@localhost>'),
  ALLOW_PRIVATE_WEBHOOKS: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
})

/** The app at Intuit that firms connect by. */
export interface IntuitConfig {
  readonly clientId: string
  readonly clientSecret: string
  /** As it is registered with Intuit, to the letter. */
  readonly redirectUri: string
  readonly environment: 'sandbox' | 'production'
  /** Intuit's discovery document; undefined: its own, of the environment. */
  readonly discoveryUrl: string | undefined
  /** The v3 API; undefined: Intuit's, of the environment. */
  readonly apiUrl: string | undefined
  /** What the API allows of one company; undefined: as much as Intuit. */
  readonly requestsPerMinute: number | undefined
  /** Undefined: notifications of Intuit are not taken. */
  readonly webhookVerifier: string | undefined
}

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Where callers reach us, without a slash at the end. */
  readonly publicUrl: string
  /** Requests per minute and address; 0: no limit. */
  readonly rateLimit: number
  /** How many proxies' X-Forwarded-For to believe, or whose. */
  readonly trustProxy: number | string
  /** The folder of the embedded database. */
  readonly dataDir: string
  /** Where MongoDB is, if it is used instead. */
  readonly mongodbUrl: string | undefined
  /** Whether a firm to try things on is added at start. */
  readonly demo: boolean
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** Where metrics are served; undefined: nowhere; 0: any free port. */
  readonly metricsPort: number | undefined
  /** How long closed issues are kept. */
  readonly retentionDays: number
  /** How long others leave alone what a worker is at, once that worker is silent. */
  readonly leaseSeconds: number
  /** What seals secrets for storage. */
  readonly secretKeys: SecretKeys | undefined
  /** The file that they were read from. */
  readonly secretKeyFile: string | undefined
  readonly intuitEnvironment: 'sandbox' | 'production'
  /** Undefined: no firm can be connected to QuickBooks itself. */
  readonly intuit: IntuitConfig | undefined
  /** The mail server; undefined: mails are written to the folder `outbox` of the data. */
  readonly smtpUrl: string | undefined
  /** Whom mails are from. */
  readonly mailFrom: string
  /** Whether webhooks and hosts may have private addresses, and be reached by http. */
  readonly allowPrivateWebhooks: boolean
}

/** The name of a variable. */
export type Variable = keyof typeof variables.shape

export interface ConfigFault {
  readonly variable: string
  readonly reason: string
}

/** Reads the whole environment at once, and tells every fault with its variable. An empty variable counts as not set. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly ConfigFault[] } {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(set)
  const { secretKeys, faults: keyFaults } = readSecretKeys(set)
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({
      variable: path.join('.'),
      reason: message,
    })),
    ...keyFaults,
    ...lackingVariables(set),
  ]
  if (!parsed.success || faults.length > 0) return { faults: oncePerVariable(faults) }
  const { HOST, PORT, PUBLIC_URL, RATE_LIMIT, TRUST_PROXY, ...rest } = parsed.data
  const publicUrl = PUBLIC_URL ?? `http://${inAddress(HOST)}:${PORT}`
  const config: Config = {
    host: HOST,
    port: PORT,
    publicUrl,
    rateLimit: RATE_LIMIT,
    trustProxy: TRUST_PROXY,
    dataDir: rest.DATA_DIR,
    mongodbUrl: rest.MONGODB_URL,
    demo: rest.DEMO === '1',
    logLevel: rest.LOG_LEVEL,
    metricsPort: rest.METRICS_PORT,
    retentionDays: rest.RETENTION_DAYS,
    leaseSeconds: rest.LEASE_SECONDS,
    secretKeys,
    secretKeyFile: rest.SECRET_KEY_FILE,
    intuitEnvironment: rest.INTUIT_ENVIRONMENT,
    intuit: intuitOf(rest, publicUrl),
    smtpUrl: rest.SMTP_URL,
    mailFrom: rest.MAIL_FROM,
    allowPrivateWebhooks: rest.ALLOW_PRIVATE_WEBHOOKS === '1',
  }
  return { config }
}

function intuitOf(
  set: Omit<z.infer<typeof variables>, 'HOST' | 'PORT' | 'PUBLIC_URL' | 'RATE_LIMIT' | 'TRUST_PROXY'>,
  publicUrl: string,
): IntuitConfig | undefined {
  const { INTUIT_CLIENT_ID: clientId, INTUIT_CLIENT_SECRET: clientSecret } = set
  if (clientId === undefined || clientSecret === undefined) return undefined
  return {
    clientId,
    clientSecret,
    redirectUri: set.INTUIT_REDIRECT_URI ?? `${publicUrl}/oauth/callback`,
    environment: set.INTUIT_ENVIRONMENT,
    discoveryUrl: set.INTUIT_DISCOVERY_URL,
    apiUrl: set.INTUIT_API_URL,
    requestsPerMinute: set.INTUIT_REQUESTS_PER_MINUTE,
    webhookVerifier: set.INTUIT_WEBHOOK_VERIFIER,
  }
}

/** A variable with several faults is told with all of them, in one line. */
function oncePerVariable(faults: readonly ConfigFault[]): readonly ConfigFault[] {
  const reasons = new Map<string, string[]>()
  for (const { variable, reason } of faults) {
    reasons.set(variable, [...(reasons.get(variable) ?? []), reason])
  }
  return [...reasons].map(([variable, all]) => ({ variable, reason: all.join(', and ') }))
}
