import { afterAll } from '@jest/globals'
import express from 'express'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Company, CompanyAddress } from '../../src/sandbox/company/company.ts'
import { createCompany } from '../../src/sandbox/company/create-company.ts'
import { openDatabase } from '../../src/sandbox/company/open-database.ts'
import type { Settings } from '../../src/sandbox/company/settings.ts'

interface SandboxOptions {
  /** Where its books are kept; by default nowhere. */
  readonly folder?: string
  readonly settings?: Partial<Settings>
  readonly redirectUris?: readonly string[]
  readonly now?: () => Date
}

export interface Sandbox {
  readonly url: string
  readonly company: Company
  readonly address: CompanyAddress
  /** A fresh access token of the first company. */
  readonly accessToken: string
  /** Sends a request to the first company with that token; the path follows the realm. */
  readonly call: (path: string, options?: CallOptions) => Promise<Response>
  /** The same, and the JSON of the answer. */
  readonly json: (path: string, options?: CallOptions) => Promise<Answered>
  readonly setKnob: (knob: object) => Promise<void>
  readonly stop: () => Promise<void>
}

interface CallOptions {
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

const running: Sandbox[] = []
afterAll(async () => {
  for (const sandbox of running) await sandbox.stop()
})

/** The sandbox on a free port of this machine, in this process, without limits unless they are asked for. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { folder, settings, redirectUris, now = () => new Date() } = options
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const database = openDatabase(folder)
  const company = createCompany({
    database,
    publicUrl: url,
    now,
    randomBytes,
    settings: { limits: null, ...settings },
    ...(redirectUris !== undefined && { redirectUris }),
  })
  server.on('request', express().use(company.router))
  const address = company.address()
  const granted = await fetch(`${url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { Authorization: basicOf(address) },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: address.refreshToken }),
  })
  const { access_token: accessToken } = (await granted.json()) as { readonly access_token: string }
  const call = (path: string, { method, body, headers }: CallOptions = {}) =>
    fetch(`${address.apiUrl}/company/${address.realmId}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        Authorization: `Bearer ${accessToken}`,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  let stopped = false
  const sandbox: Sandbox = {
    url,
    company,
    address,
    accessToken,
    call,
    json: async (path, asked) => {
      const response = await call(path, asked)
      return { status: response.status, body: (await response.json()) as Answered['body'] }
    },
    setKnob: async (knob) => {
      const answer = await fetch(`${url}/_sandbox/knobs`, { method: 'POST', body: JSON.stringify(knob) })
      if (answer.status !== 201) throw new Error(await answer.text())
    },
    stop: async () => {
      if (stopped) return
      stopped = true
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      database.close()
    },
  }
  running.push(sandbox)
  return sandbox
}

/** The Basic authentication of the registered application. */
export function basicOf({
  clientId,
  clientSecret,
}: Pick<CompanyAddress, 'clientId' | 'clientSecret'>): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
}
