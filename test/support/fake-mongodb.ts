import { BSON } from 'mongodb'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

interface FakeMongodb {
  /** Host and port. */
  readonly host: string
  /** The databases that were named in commands. */
  readonly databases: Set<string>
  readonly stop: () => void
}

const HEADER = 16
/** The two kinds of message: `OP_QUERY`, with which a driver greets, and `OP_MSG` for all else. */
const QUERY = 2004
const REPLY = 1
const MESSAGE = 2013

/** A server that knows MongoDB's protocol up to this version of it, answers every command with `ok`, and keeps nothing. */
export async function startFakeMongodb(maxWireVersion: number): Promise<FakeMongodb> {
  const databases = new Set<string>()
  const sockets = new Set<Socket>()
  const greeting = { ok: 1, isWritablePrimary: true, minWireVersion: 0, maxWireVersion }

  const answer = (request: Buffer): Buffer => {
    const id = request.readInt32LE(4)
    const reply = BSON.serialize(greeting)
    if (request.readInt32LE(12) === QUERY) {
      // Flags, a cursor's id, where it starts, and how many documents follow.
      const before = Buffer.alloc(20)
      before.writeInt32LE(1, 16)
      return message(id, REPLY, before, reply)
    }
    // Flags, and the kind of the only section.
    const before = 5
    databases.add((BSON.deserialize(request.subarray(HEADER + before)) as { readonly $db: string }).$db)
    return message(id, MESSAGE, Buffer.alloc(before), reply)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    let pending = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      pending = Buffer.concat([pending, data])
      while (pending.length >= HEADER && pending.length >= pending.readInt32LE(0)) {
        const length = pending.readInt32LE(0)
        socket.write(answer(pending.subarray(0, length)))
        pending = pending.subarray(length)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    databases,
    stop: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function message(to: number, kind: number, ...parts: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(HEADER)
  header.writeInt32LE(HEADER + parts.reduce((length, part) => length + part.length, 0), 0)
  header.writeInt32LE(to, 8)
  header.writeInt32LE(kind, 12)
  return Buffer.concat([header, ...parts])
}
