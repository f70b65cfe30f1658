import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createCompany } from '../sandbox/company/create-company.ts'
import { openDatabase } from '../sandbox/company/open-database.ts'

export interface SandboxOptions {
  readonly port: number
  readonly json?: boolean
  readonly data?: string
}

/** `syncdoctor sandbox`: serves the stand-in for QuickBooks alone, until SIGTERM or SIGINT. */
export async function runSandbox({ port, json = false, data }: SandboxOptions): Promise<void> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const database = openDatabase(data)
  const company = createCompany({ database, publicUrl, now: () => new Date(), randomBytes })
  server.on('request', express().disable('x-powered-by').use(company.router))
  // Whoever reads what follows may stop it at once.
  const stop = () => {
    server.close(() => database.close())
    server.closeAllConnections()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
  const address = company.address()
  if (json) console.log(JSON.stringify(address))
  else {
    console.log(`The sandbox is ready. It is no QuickBooks: its companies are made up.

  API             ${address.apiUrl}
  Discovery       ${address.discoveryUrl}
  Client id       ${address.clientId}
  Client secret   ${address.clientSecret}
  Refresh token   ${address.refreshToken}
  Realm id        ${address.realmId}
  Ledger          ${publicUrl}/_sandbox/ledger
  Fault knobs     ${publicUrl}/_sandbox/knobs
`)
  }
}
