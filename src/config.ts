import { isIP } from 'node:net'
import { z } from 'zod'

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
})

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
}

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
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map(({ path, message }) => ({ variable: path.join('.'), reason: message })),
    }
  }
  const { HOST, PORT, PUBLIC_URL, RATE_LIMIT, TRUST_PROXY, ...rest } = parsed.data
  const config: Config = {
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? `http://${inAddress(HOST)}:${PORT}`,
    rateLimit: RATE_LIMIT,
    trustProxy: TRUST_PROXY,
    dataDir: rest.DATA_DIR,
    mongodbUrl: rest.MONGODB_URL,
    demo: rest.DEMO === '1',
    logLevel: rest.LOG_LEVEL,
    metricsPort: rest.METRICS_PORT,
    retentionDays: rest.RETENTION_DAYS,
  }
  return { config }
}

/** The effective value of every variable, for people to read; secrets are masked. */
export function describeConfig(config: Config): readonly (readonly [variable: string, value: string])[] {
  const { host, port, publicUrl, rateLimit, trustProxy, ...rest } = config
  const values: Readonly<Record<keyof typeof variables.shape, string | number>> = {
    HOST: host,
    PORT: port,
    PUBLIC_URL: publicUrl,
    RATE_LIMIT: rateLimit,
    TRUST_PROXY: trustProxy,
    DATA_DIR: rest.dataDir,
    MONGODB_URL: rest.mongodbUrl ?? '',
    DEMO: rest.demo ? '1' : '0',
    LOG_LEVEL: rest.logLevel,
    METRICS_PORT: rest.metricsPort ?? '',
    RETENTION_DAYS: rest.retentionDays,
  }
  return Object.entries(values).map(([variable, value]) => [
    variable,
    SECRET.test(variable) ? '***' : String(value).replace(PASSWORD, '$1***@'),
  ])
}

/** A password inside an address. */
const PASSWORD = /(\/\/[^/:@]*:)[^@]*@/u

const SECRET = /SECRET|PASSWORD|TOKEN|VERIFIER/u
