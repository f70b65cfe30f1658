import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPost } from '../../src/outbound/create-post.ts'
import { postTo } from '../support/post-to.ts'

/** Whoever connects to this machine is caught here; nothing that is refused may get so far. */
let connections = 0
let respond = (response: ServerResponse): void => void response.end('hello')
const server = createServer((request, response) => request.resume().on('end', () => respond(response)))
server.on('connection', () => (connections += 1))
server.listen(0, '::')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

const socketPath = path.join(await mkdtemp(path.join(tmpdir(), 'syncdoctor-socket-')), 'canary.sock')
const socketServer = createSocketServer((socket) => {
  connections += 1
  socket.destroy()
})
socketServer.listen(socketPath)
await once(socketServer, 'listening')

afterEach(() => {
  connections = 0
  respond = (response) => void response.end('hello')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  socketServer.close()
})

const guarded = createPost({ allowPrivate: false, timeoutMilliseconds: 5_000, mostBytes: 1_000 })
const call = { headers: { 'content-type': 'application/json' }, body: '{}' }
const REFUSED = { outcome: 'unreachable', reason: 'address' }

/** A name server that knows these addresses, each question in turn, and the last for good. */
function nameServer(...answers: readonly string[]): LookupFunction {
  let asked = 0
  return (_name, { all }, answer) => {
    const address = answers[Math.min(asked, answers.length - 1)] ?? ''
    asked += 1
    const family = address.includes(':') ? 6 : 4
    if (all) answer(null, [{ address, family }])
    else answer(null, address, family)
  }
}

const TRICKS = [
  ['this machine', '127.0.0.1'],
  ['this machine, shortened', '127.1'],
  ['zero', '0'],
  ['this machine as one number', '2130706433'],
  ['this machine in hexadecimal', '0x7f.1'],
  ['this machine in octal', '0177.0.0.1'],
  ['this machine in IPv6', '[::1]'],
  ['IPv4 inside of IPv6', '[::ffff:127.0.0.1]'],
  ['the metadata of a cloud', '169.254.169.254'],
  ['a network of ten', '10.1.2.3'],
  ['a network at home', '192.168.1.1'],
  ['a network of sixteen', '172.16.0.1'],
  ['NAT64', '[64:ff9b::7f00:1]'],
  ['6to4', '[2002:7f00:1::]'],
  ['this link', '[fe80::1]'],
  ['this machine by name', 'localhost'],
  ['the network of a provider', '100.64.0.1'],
  ['no address of IPv6', '[::]'],
  ['a private network of IPv6', '[fd00::1]'],
  ['an address for books', '192.0.2.1'],
  ['Teredo', '[2001::1]'],
  ['everybody', '255.255.255.255'],
] as const

describe('an address that leads inside is refused', () => {
  it.each(TRICKS)('by its text, before anything is asked: %s, %s', async (_name, host) => {
    for (const url of [`https://${host}:${port}/`, `http://${host}:${port}/`]) {
      expect(await guarded({ ...call, url })).toEqual(REFUSED)
    }
    expect(connections).toBe(0)
  })

  // A name that leads to the same addresses is found out only while connecting.
  const addresses = TRICKS.map(([name, host]) => {
    const { hostname } = new URL(`http://${host}/`)
    return [name, hostname === 'localhost' ? '127.0.0.1' : hostname.replaceAll(/[[\]]/gu, '')] as const
  })
  it.each(addresses)(
    'by where its name leads, in the moment of connecting: %s, %s',
    async (_name, address) => {
      const post = createPost({
        allowPrivate: false,
        timeoutMilliseconds: 5_000,
        mostBytes: 1_000,
        lookup: nameServer(address),
      })
      expect(await post({ ...call, url: `https://hooks.example.com:${port}/` })).toEqual(REFUSED)
      expect(connections).toBe(0)
    },
  )

  it('though its name led to a public address when it was asked about before', async () => {
    const lookup = nameServer('93.184.215.14', '127.0.0.1')
    const asked = () =>
      new Promise((resolve) => lookup('hooks.example.com', {}, (_, found) => resolve(found)))
    expect(await asked()).toBe('93.184.215.14')
    const post = createPost({ allowPrivate: false, timeoutMilliseconds: 5_000, mostBytes: 1_000, lookup })
    const url = `https://hooks.example.com:${port}/`
    expect(await post({ ...call, url })).toEqual(REFUSED)
    expect(connections).toBe(0)
  })

  it('where one of several addresses of its name is private', async () => {
    const lookup: LookupFunction = (_name, _options, answer) =>
      answer(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    const post = createPost({ allowPrivate: false, timeoutMilliseconds: 5_000, mostBytes: 1_000, lookup })
    expect(await post({ ...call, url: `https://hooks.example.com:${port}/` })).toEqual(REFUSED)
    expect(connections).toBe(0)
  })

  it.each([
    'ftp://hooks.example.com/',
    'file:///etc/passwd',
    `unix:${socketPath}`,
    `http+unix://${encodeURIComponent(socketPath)}/`,
    `http://unix:${socketPath}:/`,
    'https://user:password@hooks.example.com/',
    'https://user@hooks.example.com/',
    'http://hooks.example.com/',
    'https://',
    'nonsense',
  ])('where it is none of https: %s', async (url) => {
    expect(await guarded({ ...call, url })).toEqual(REFUSED)
    expect(connections).toBe(0)
  })

  it('or leads nowhere, where the path of a socket stands behind a name', async () => {
    const posted = await guarded({ ...call, url: `https://unix:${socketPath}:/` })
    expect(posted).toMatchObject({ outcome: 'unreachable' })
    expect(connections).toBe(0)
  })

  it('where a socket of this machine is meant by a member that slipped in', async () => {
    const posting = { ...call, url: 'https://hooks.example.com/', socketPath }
    const post = createPost({
      allowPrivate: false,
      timeoutMilliseconds: 5_000,
      mostBytes: 1_000,
      lookup: nameServer('10.0.0.1'),
    })
    expect(await post(posting)).toEqual(REFUSED)
    expect(connections).toBe(0)
  })
})

describe('the one address that is trusted', () => {
  it('is called, and no other of the same machine', async () => {
    const trusted = `http://127.0.0.1:${port}/_host/calls`
    const post = createPost({ allowPrivate: false, trusted, timeoutMilliseconds: 5_000, mostBytes: 1_000 })
    expect(await post({ ...call, url: trusted })).toMatchObject({ outcome: 'answered', status: 200 })
    for (const url of [`${trusted}/`, `http://127.0.0.1:${port}/`, `http://127.1:${port}/_host/calls`]) {
      expect(await post({ ...call, url })).toEqual(REFUSED)
    }
    expect(connections).toBe(1)
  })
})

describe('a call', () => {
  const url = `http://127.0.0.1:${port}/`

  it('answers the status, the text, and when it wants to be called again', async () => {
    respond = (response) => void response.writeHead(503, { 'retry-after': '120' }).end('later')
    expect(await postTo()({ ...call, url })).toEqual({
      outcome: 'answered',
      status: 503,
      text: 'later',
      retryAfter: '120',
    })
  })

  it('is not sent on to where an answer points', async () => {
    for (const location of [`http://127.0.0.1:${port}/elsewhere`, 'http://169.254.169.254/']) {
      connections = 0
      respond = (response) => void response.writeHead(307, { location }).end()
      expect(await postTo()({ ...call, url })).toMatchObject({ outcome: 'answered', status: 307 })
      expect(connections).toBe(1)
    }
  })

  it('ends when its time is over, also where bytes still drip', async () => {
    const post = postTo({ timeoutMilliseconds: 100 })
    respond = () => {}
    expect(await post({ ...call, url })).toEqual({ outcome: 'unreachable', reason: 'timeout' })
    respond = (response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 10)
      response.on('close', () => clearInterval(drip))
    }
    expect(await post({ ...call, url })).toEqual({ outcome: 'unreachable', reason: 'timeout' })
  })

  it('does not read more than it may', async () => {
    respond = (response) => void response.end('x'.repeat(5_000))
    expect(await postTo({ mostBytes: 1_000 })({ ...call, url })).toMatchObject({
      outcome: 'answered',
      status: 200,
      text: undefined,
    })
  })

  it('has no answer where nobody listens, or where it is hung up', async () => {
    const none = { outcome: 'unreachable', reason: 'no-answer' }
    expect(await postTo()({ ...call, url: 'http://127.0.0.1:1/' })).toEqual(none)
    respond = (response) => void response.destroy()
    expect(await postTo()({ ...call, url })).toEqual(none)
  })
})
