import { describe, expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CompanyAddress } from '../../src/sandbox/company/company.ts'
import { start, syncdoctor } from '../support/run-cli.ts'
import { basicOf } from '../support/sandbox.ts'

async function begin(args: readonly string[] = []) {
  const sandbox = start('cli.js', ['sandbox', '--port', '0', '--json', ...args])
  const [line] = await sandbox.said(/^.+\n/u)
  const address = JSON.parse(line) as CompanyAddress
  return {
    address,
    url: new URL(address.apiUrl).origin,
    kill: async () => {
      sandbox.child.kill('SIGKILL')
      await sandbox.ended
    },
    stop: async () => {
      sandbox.child.kill('SIGTERM')
      return sandbox.ended
    },
  }
}

const withoutLimits = (url: string) =>
  fetch(`${url}/_sandbox/knobs`, { method: 'POST', body: JSON.stringify({ knob: 'settings', limits: 0 }) })

async function tokenFor(address: CompanyAddress): Promise<string> {
  const answer = await fetch(`${new URL(address.apiUrl).origin}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { Authorization: basicOf(address) },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: address.refreshToken }),
  })
  return ((await answer.json()) as { readonly access_token: string }).access_token
}

describe('syncdoctor sandbox', () => {
  it('tells in its first line all that a client needs', async () => {
    const { address, url, stop } = await begin()
    expect(address).toEqual({
      apiUrl: `${url}/v3`,
      discoveryUrl: `${url}/.well-known/openid_sandbox_configuration`,
      clientId: expect.any(String),
      clientSecret: expect.any(String),
      refreshToken: expect.any(String),
      realmId: expect.stringMatching(/^\d{1,20}$/u),
    })
    const answer = await fetch(
      `${address.apiUrl}/company/${address.realmId}/companyinfo/${address.realmId}`,
      {
        headers: { Authorization: `Bearer ${await tokenFor(address)}`, Accept: 'application/json' },
      },
    )
    expect(answer.status).toBe(200)
    expect(await stop()).toMatchObject({ code: 0, stderr: '' })
  })

  it('tells people where it is', async () => {
    const sandbox = start('cli.js', ['sandbox', '--port', '0'])
    await sandbox.said(/Realm id +\d+/u)
    sandbox.child.kill('SIGTERM')
    expect(await sandbox.ended).toMatchObject({ code: 0 })
  })

  it('refuses a port that is none, and one that is taken', async () => {
    expect(await syncdoctor(['sandbox', '--port', '70000'])).toMatchObject({ code: 1 })
    const { url, stop } = await begin()
    const second = await syncdoctor(['sandbox', '--port', new URL(url).port])
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('EADDRINUSE') })
    await stop()
  })

  it('loses nothing it said, and does nothing twice, however often it is killed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
    const acknowledged = new Map<string, string>()
    const asked = new Set<string>()
    let number = 0
    try {
      for (let round = 0; round < 6; round += 1) {
        const { address, url, kill } = await begin(['--data', folder])
        await withoutLimits(url)
        const token = await tokenFor(address)
        const createOne = async () => {
          const id = `kill-${(number += 1)}`
          asked.add(id)
          const answer = await createSale(address, token, id)
          acknowledged.set(id, answer)
        }
        // Killed while others are under way, after a number of answers that grows.
        const target = acknowledged.size + round * 5
        const workers = Array.from({ length: 4 }, async () => {
          for (;;) await createOne()
        })
        const ended = Promise.allSettled(workers)
        while (acknowledged.size < target) await new Promise(setImmediate)
        await kill()
        await ended
      }
      const { address, url, stop } = await begin(['--data', folder])
      await withoutLimits(url)
      const token = await tokenFor(address)
      for (const [id, answer] of acknowledged) expect(await createSale(address, token, id)).toBe(answer)
      for (const id of asked) await createSale(address, token, id)
      const ledger = (await (await fetch(`${url}/_sandbox/ledger`)).json()) as {
        readonly entries: readonly {
          readonly number: number
          readonly requestId: string
          readonly cause: string
        }[]
      }
      const done = ledger.entries.filter(({ cause }) => cause === 'asked').map(({ requestId }) => requestId)
      expect(done.toSorted()).toEqual([...asked].toSorted())
      expect(ledger.entries.map((entry) => entry.number)).toEqual(ledger.entries.map((_, index) => index + 1))
      await stop()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

/** Creates a sales receipt; answers what was said, byte for byte. */
async function createSale(address: CompanyAddress, token: string, requestId: string): Promise<string> {
  const url = `${address.apiUrl}/company/${address.realmId}/salesreceipt?requestid=${requestId}`
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ CustomerRef: { value: '1' }, Line: [saleLine] }),
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(text)
  return text
}

const saleLine = {
  Amount: 35,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '10' } },
}
