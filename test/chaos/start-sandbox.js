import { startProgram } from './start-program.js'

/** Starts the sandbox in a process of its own; it is the judge, and is never killed while it is needed. */
export async function startSandbox() {
  const { child, ended, ready } = startProgram(['sandbox', '--port', '0', '--json'], {
    ready: /^(?<address>\{.*\})\n/u,
  })
  const { groups } = await ready
  const address = JSON.parse(groups.address)
  const url = new URL(address.apiUrl).origin
  const get = async (path) => (await fetch(`${url}/_sandbox/${path}`)).json()
  return {
    address,
    /** The variables of a service that has this sandbox in the place of Intuit. */
    env: {
      INTUIT_CLIENT_ID: address.clientId,
      INTUIT_CLIENT_SECRET: address.clientSecret,
      INTUIT_API_URL: address.apiUrl,
      INTUIT_DISCOVERY_URL: address.discoveryUrl,
      SECRET_KEY: 'ab'.repeat(32),
    },
    async setKnob(knob) {
      const answer = await fetch(`${url}/_sandbox/knobs`, { method: 'POST', body: JSON.stringify(knob) })
      if (answer.status !== 201) throw new Error(await answer.text())
    },
    addCompany: async () => (await fetch(`${url}/_sandbox/companies`, { method: 'POST' })).json(),
    clearKnobs: () => fetch(`${url}/_sandbox/knobs`, { method: 'DELETE' }),
    /** Every side effect that somebody asked for over the API, in order. */
    asked: async () =>
      (await get('ledger')).entries.filter(({ cause, by }) => cause === 'asked' && by === 'api'),
    counts: () => get('counts'),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
