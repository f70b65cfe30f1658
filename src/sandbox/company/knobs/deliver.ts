import type { Response } from 'express'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { SentAnswer } from '../v3/answer.ts'
import type { Knobs } from './knobs.ts'

interface Delivery {
  readonly knobs: Knobs
  readonly words: readonly string[]
  readonly realmId: string | undefined
  readonly perform: () => SentAnswer
  /** The refusal of a call that is one too many. */
  readonly throttled: (shape: 'gateway' | 'service') => SentAnswer
}

const BAD_GATEWAY: SentAnswer = {
  status: 502,
  type: 'text/html',
  text:
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body bgcolor="white">\r\n' +
    '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
}

/** Performs a request and answers it, or does to it what the knob that waits for it says. */
export async function deliver(response: Response, delivery: Delivery): Promise<void> {
  const { knobs, words, realmId, throttled } = delivery
  const call = { words, realmId }
  const perform = (): SentAnswer => {
    const answer = delivery.perform()
    return answer.status >= 400 && knobs.takeFaultIn200(call) ? { ...answer, status: 200 } : answer
  }
  const knob = knobs.take(call)
  switch (knob?.knob) {
    case undefined:
    case 'fault-in-200':
      send(response, perform())
      break
    case 'drop-before-commit':
      response.destroy()
      break
    case 'commit-then-drop':
      perform()
      response.destroy()
      break
    case 'half-body':
      sendHalf(response, perform())
      break
    case 'slow-drip':
      await drip(response, perform(), knob.everyMilliseconds)
      break
    case 'throttle-429':
      send(response, throttled(knob.shape))
      break
    case 'html-502':
      if (knob.commit) perform()
      send(response, BAD_GATEWAY)
      break
    case 'hang': {
      const answer = knob.commit ? perform() : undefined
      await knobs.hold(once(response, 'close'))
      if (!response.closed) send(response, answer ?? perform())
    }
  }
}

function send(response: Response, { status, type, text }: SentAnswer): void {
  const bytes = Buffer.from(text)
  // Express would write the type in its own way.
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes)
}

function sendHalf(response: Response, { status, type, text }: SentAnswer): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
}

/** A byte at a time, until it is all there or nobody waits for it any more. */
async function drip(response: Response, { status, type, text }: SentAnswer, every: number): Promise<void> {
  const bytes = Buffer.from(text)
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  for (const byte of bytes) {
    if (response.closed) return
    response.write(Buffer.of(byte))
    await wait(every, undefined, { ref: false })
  }
  response.end()
}
