import type { Config, Variable } from './config.ts'

/** The effective value of every variable, for people to read; secrets are masked. */
export function describeConfig(config: Config): readonly (readonly [variable: string, value: string])[] {
  const { intuit, secretKeys } = config
  const values: Readonly<Record<Variable, string | number>> = {
    HOST: config.host,
    PORT: config.port,
    PUBLIC_URL: config.publicUrl,
    RATE_LIMIT: config.rateLimit,
    TRUST_PROXY: config.trustProxy,
    DATA_DIR: config.dataDir,
    MONGODB_URL: (config.mongodbUrl ?? '').replace(PASSWORD, `$1${MASK}@`),
    DEMO: config.demo ? '1' : '0',
    LOG_LEVEL: config.logLevel,
    METRICS_PORT: config.metricsPort ?? '',
    RETENTION_DAYS: config.retentionDays,
    LEASE_SECONDS: config.leaseSeconds,
    SECRET_KEY: masked(config.secretKeyFile === undefined && secretKeys !== undefined),
    SECRET_KEY_FILE: config.secretKeyFile ?? '',
    INTUIT_CLIENT_ID: intuit?.clientId ?? '',
    INTUIT_CLIENT_SECRET: masked(intuit !== undefined),
    INTUIT_REDIRECT_URI: intuit?.redirectUri ?? '',
    INTUIT_ENVIRONMENT: config.intuitEnvironment,
    INTUIT_WEBHOOK_VERIFIER: masked(intuit?.webhookVerifier !== undefined),
    INTUIT_API_URL: intuit?.apiUrl ?? '',
    INTUIT_DISCOVERY_URL: intuit?.discoveryUrl ?? '',
    INTUIT_REQUESTS_PER_MINUTE: intuit?.requestsPerMinute ?? '',
    SMTP_URL: (config.smtpUrl ?? '').replace(PASSWORD, `$1${MASK}@`),
    MAIL_FROM: config.mailFrom,
    ALLOW_PRIVATE_WEBHOOKS: config.allowPrivateWebhooks ? '1' : '0',
  }
  return Object.entries(values).map(([variable, value]) => [variable, String(value)])
}

const MASK = '***'

/** A password inside an address. */
const PASSWORD = /(\/\/[^/:@]*:).*@/u

function masked(isSet: boolean): string {
  return isSet ? MASK : ''
}
