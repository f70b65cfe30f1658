import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

const TOKEN = /"(?:access|refresh)_token": ?"([^"]+)"/gu

/** A way to another server that knows every token it was asked for or gave; addresses of that server become its own. */
export async function startRecordingProxy(target: string) {
  const secrets = new Set<string>()
  const server = createServer((request, response) => {
    void (async () => {
      const body = await textOf(request)
      const { authorization } = request.headers
      const sent = new Headers({ Accept: request.headers.accept ?? '*/*' })
      if (request.headers['content-type'] !== undefined) {
        sent.set('Content-Type', request.headers['content-type'])
      }
      if (authorization !== undefined) {
        sent.set('Authorization', authorization)
        secrets.add(authorization.replace(/^\S+ /u, ''))
      }
      const answer = await fetch(`${target}${request.url}`, {
        method: request.method ?? 'GET',
        headers: sent,
        redirect: 'manual',
        ...(body !== '' && { body }),
      })
      const text = (await answer.text()).replaceAll(target, url)
      for (const [, token = ''] of text.matchAll(TOKEN)) secrets.add(token)
      const location = answer.headers.get('location')
      response.writeHead(answer.status, {
        'Content-Type': answer.headers.get('content-type') ?? 'text/plain',
        ...(location !== null && { Location: location }),
      })
      response.end(text)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { url, secrets: secrets as ReadonlySet<string>, stop }
}
