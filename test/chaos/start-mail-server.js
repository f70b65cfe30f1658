import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const SLOWEST_MILLISECONDS = 200

/** A mail server that takes its time, and now and then takes nothing. */
export async function startMailServer(random) {
  const taken = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    async onData(stream, session, done) {
      const chunks = await stream.toArray().catch(() => undefined)
      // Whoever sent it was killed in the middle of it.
      if (chunks === undefined) return
      if (random() < 0.1) {
        done(Object.assign(new Error('Come again later'), { responseCode: 451 }))
        return
      }
      const at = Date.now()
      const { messageId, text, html } = await simpleParser(Buffer.concat(chunks))
      taken.push({ at, to: session.envelope.rcptTo[0].address, messageId, text, html })
      // It is taken, and whoever sends it does not know that yet.
      await wait(random() * SLOWEST_MILLISECONDS)
      done()
    },
  })
  // Whoever is killed leaves its connection behind.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    taken,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
