import { describe, expect, it } from '@jest/globals'
import { syncdoctor } from '../support/run-cli.ts'

const lines = (text: string) => text.trimEnd().split('\n')

describe('the effective configuration', () => {
  it('is the defaults if nothing is set', async () => {
    const ran = await syncdoctor(['config'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(lines(ran.stdout)).toEqual([
      'HOST=127.0.0.1',
      'PORT=3000',
      'PUBLIC_URL=http://127.0.0.1:3000',
      'RATE_LIMIT=300',
      'TRUST_PROXY=0',
      'DATA_DIR=./data',
      'MONGODB_URL=',
      'DEMO=1',
      'LOG_LEVEL=info',
      'METRICS_PORT=',
      'RETENTION_DAYS=365',
      'LEASE_SECONDS=30',
      'SECRET_KEY=',
      'SECRET_KEY_FILE=',
      'INTUIT_CLIENT_ID=',
      'INTUIT_CLIENT_SECRET=',
      'INTUIT_REDIRECT_URI=',
      'INTUIT_ENVIRONMENT=sandbox',
      'INTUIT_WEBHOOK_VERIFIER=',
      'INTUIT_API_URL=',
      'INTUIT_DISCOVERY_URL=',
      'INTUIT_REQUESTS_PER_MINUTE=',
      'SMTP_URL=',
      'MAIL_FROM=SyncDoctor <syncdoctor@localhost>',
      'ALLOW_PRIVATE_WEBHOOKS=0',
    ])
  })

  it('is what is set, and what follows from it, without secrets and the password of an address', async () => {
    const env = {
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: '',
      RATE_LIMIT: '0',
      TRUST_PROXY: 'loopback',
      DATA_DIR: '/srv/sync',
      MONGODB_URL: 'mongodb://sync:secret@db.example/books',
      DEMO: '0',
      LOG_LEVEL: 'warn',
      METRICS_PORT: '9090',
      RETENTION_DAYS: '30',
      LEASE_SECONDS: '10',
      SECRET_KEY: 'a'.repeat(64),
      INTUIT_CLIENT_ID: 'app',
      INTUIT_CLIENT_SECRET: 'of-the-app',
      INTUIT_ENVIRONMENT: 'production',
      INTUIT_WEBHOOK_VERIFIER: 'verifier',
      SMTP_URL: 'smtps://sync:sec@ret@mail.example',
      ALLOW_PRIVATE_WEBHOOKS: '1',
    }
    const ran = await syncdoctor(['config'], { env })
    expect(lines(ran.stdout)).toEqual([
      'HOST=0.0.0.0',
      'PORT=8080',
      'PUBLIC_URL=http://0.0.0.0:8080',
      'RATE_LIMIT=0',
      'TRUST_PROXY=loopback',
      'DATA_DIR=/srv/sync',
      'MONGODB_URL=mongodb://sync:***@db.example/books',
      'DEMO=0',
      'LOG_LEVEL=warn',
      'METRICS_PORT=9090',
      'RETENTION_DAYS=30',
      'LEASE_SECONDS=10',
      'SECRET_KEY=***',
      'SECRET_KEY_FILE=',
      'INTUIT_CLIENT_ID=app',
      'INTUIT_CLIENT_SECRET=***',
      'INTUIT_REDIRECT_URI=http://0.0.0.0:8080/oauth/callback',
      'INTUIT_ENVIRONMENT=production',
      'INTUIT_WEBHOOK_VERIFIER=***',
      'INTUIT_API_URL=',
      'INTUIT_DISCOVERY_URL=',
      'INTUIT_REQUESTS_PER_MINUTE=',
      'SMTP_URL=smtps://sync:***@mail.example',
      'MAIL_FROM=SyncDoctor <syncdoctor@localhost>',
      'ALLOW_PRIVATE_WEBHOOKS=1',
    ])
  })

  it('is not printed where variables are wrong: all of them are named at once', async () => {
    const env = {
      PORT: 'eighty',
      PUBLIC_URL: 'ftp://example.com',
      RATE_LIMIT: '-1',
      TRUST_PROXY: 'everybody',
    }
    const ran = await syncdoctor(['config'], { env })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(lines(ran.stderr)).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'PUBLIC_URL must be an http or https address',
      'RATE_LIMIT must be a whole number from 0 to 1000000',
      expect.stringMatching(/^TRUST_PROXY must be the number of proxies in front, or /u),
    ])
  })
})
