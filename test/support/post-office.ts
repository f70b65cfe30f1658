import { afterAll } from '@jest/globals'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in. */
export interface Delivered extends ParsedMail {
  /** Whom it was for, as the envelope says. */
  readonly recipient: string
  /** All of it, as it was sent. */
  readonly source: string
}

/** What a mail server does with the next mails. */
export type PostalWeather =
  | 'take'
  /** Takes it, and then the answer is lost. */
  | 'take-and-vanish'
  | 'refuse-for-now'
  | 'refuse-recipient'
  | 'refuse-sender'

export interface PostOffice {
  readonly url: string
  readonly delivered: Delivered[]
  /** The mails for this address. */
  readonly for: (address: string) => readonly Delivered[]
  weather: PostalWeather
  /** Takes no connection any more, until it opens again. */
  readonly shut: () => Promise<void>
  readonly open: () => Promise<void>
}

/** A mail server on this machine. */
export async function startPostOffice(): Promise<PostOffice> {
  const delivered: Delivered[] = []
  let port = 0
  let server = create()

  function create(): SMTPServer {
    const made = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo(_address, _session, answer) {
        if (office.weather === 'refuse-recipient') answer(failure(550, 'Nobody <secret@here> of that name'))
        else answer()
      },
      onMailFrom(_address, _session, answer) {
        if (office.weather === 'refuse-sender') answer(failure(553, 'You are nobody'))
        else answer()
      },
      onData(stream, session, answer) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          if (office.weather === 'refuse-for-now') {
            answer(failure(451, 'Come back later'))
            return
          }
          const source = Buffer.concat(parts).toString()
          void simpleParser(source).then((mail) => {
            const recipient = session.envelope.rcptTo.map(({ address }) => address).join()
            delivered.push({ ...mail, recipient, source })
            if (office.weather === 'take-and-vanish') void cut()
            else answer()
          })
        })
      },
    })
    // Clients that go away are no business of the test's.
    made.on('error', () => undefined)
    return made
  }

  async function cut(): Promise<void> {
    for (const connection of server.connections) connection.close()
  }

  async function shut(): Promise<void> {
    if (!server.server.listening) return
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      void cut()
    })
  }

  async function open(): Promise<void> {
    server = create()
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }

  const office: PostOffice = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    delivered,
    for: (address) => delivered.filter(({ recipient }) => recipient === address),
    weather: 'take',
    shut,
    open,
  }
  await open()
  afterAll(shut)
  return office
}

function failure(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
