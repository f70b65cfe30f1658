import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { once } from 'node:events'
import { median } from './cpu.js'

const ROUNDS = 21
const REQUESTS = 400
const CONNECTIONS = 8
/** Rounds that are not counted: the compiler of the server has much to learn. */
const WARM_UP = 25

/** What a bare Express JSON echo costs, as a share of what POST /v1/diagnoses costs: CPU of the server's process. */
export async function httpShare(message) {
  const body = JSON.stringify({ error: message, recordType: 'invoice' })
  const servers = {
    bare: await start('bare', '/'),
    ours: await start('ours', '/v1/diagnoses'),
  }
  const costs = { bare: [], ours: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, server] of Object.entries(servers)) {
      const cost = await measure(server, body)
      if (round >= 0) costs[name].push(cost)
    }
  }
  for (const server of Object.values(servers)) server.child.kill()
  console.log(
    `bare Express ${median(costs.bare).toFixed(0)} µs a request, POST /v1/diagnoses ${median(costs.ours).toFixed(0)} µs`,
  )
  return median(costs.bare.map((cost, i) => cost / costs.ours[i]))
}

async function start(kind, path) {
  const child = fork(new URL('http-server.js', import.meta.url), [kind])
  const [port] = await once(child, 'message')
  return {
    child,
    url: `http://127.0.0.1:${port}${path}`,
    agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
  }
}

async function measure({ child, url, agent }, body) {
  const before = await cpuOf(child)
  let left = REQUESTS
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await post(url, agent, body)
    }),
  )
  return ((await cpuOf(child)) - before) / REQUESTS
}

async function cpuOf(child) {
  child.send('cpu')
  const [cpu] = await once(child, 'message')
  return cpu
}

async function post(url, agent, body) {
  const sent = request(url, {
    method: 'POST',
    agent,
    headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
  })
  sent.end(body)
  const [response] = await once(sent, 'response')
  if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`)
  response.resume()
  await once(response, 'end')
}
