import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { once } from 'node:events'
import { median } from './cpu.js'

const ROUNDS = 21
const REQUESTS = 400
const CONNECTIONS = 8
/** Rounds that are not counted: the compiler of the server has much to learn. */
const WARM_UP = 25

/**
 * What requests to a bare server cost, as a share of what requests to ours cost: CPU of the server's process. Each side
 * has the kind of its server, an address, and the bodies that are sent, made from their number.
 */
export async function httpShare({ bare, ours }) {
  const servers = { bare: await start(bare), ours: await start(ours) }
  const costs = { bare: [], ours: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, server] of Object.entries(servers)) {
      const cost = await measure(server)
      if (round >= 0) costs[name].push(cost)
    }
  }
  for (const server of Object.values(servers)) server.child.disconnect()
  console.log(
    `${bare.kind} ${median(costs.bare).toFixed(0)} µs a request, ${ours.path} ${median(costs.ours).toFixed(0)} µs`,
  )
  return median(costs.bare.map((cost, i) => cost / costs.ours[i]))
}

async function start({ kind, path, body }) {
  const child = fork(new URL('http-server.js', import.meta.url), [kind])
  const [{ port, headers }] = await once(child, 'message')
  return {
    child,
    headers,
    body,
    sent: 0,
    url: `http://127.0.0.1:${port}${path}`,
    agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
  }
}

async function measure(server) {
  const before = await cpuOf(server.child)
  let left = REQUESTS
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await post(server)
    }),
  )
  return ((await cpuOf(server.child)) - before) / REQUESTS
}

async function cpuOf(child) {
  child.send('cpu')
  const [cpu] = await once(child, 'message')
  return cpu
}

async function post(server) {
  const body = server.body(server.sent++)
  const sent = request(server.url, {
    method: 'POST',
    agent: server.agent,
    headers: {
      ...server.headers,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    },
  })
  sent.end(body)
  const [response] = await once(sent, 'response')
  if (response.statusCode > 201) throw new Error(`status ${response.statusCode}`)
  response.resume()
  await once(response, 'end')
}
