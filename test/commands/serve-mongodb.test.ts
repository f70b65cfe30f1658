import { expect, it } from '@jest/globals'
import { start, syncdoctor } from '../support/run-cli.ts'
import { describeWithMongodb } from '../support/mongodb.ts'

/** What every test here reads of an issue. */
interface Listed {
  readonly data: readonly { readonly id: string; readonly status: string }[]
}

describeWithMongodb('the service on MongoDB', (newUrl) => {
  it('keeps firms, issues and keys there, finds them, and takes a skip', async () => {
    const env = { MONGODB_URL: newUrl(), PORT: '0', LOG_LEVEL: 'warn' }
    const service = start('main.js', [], { env })
    const [, url = ''] = await service.said(/(http:\/\/[^\s/]+)\/\s/u)
    const [, demoKey = ''] = await service.said(/Its API key +(\S+)/u)
    const call = async (path: string, init: RequestInit = {}, key = demoKey) => {
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
      const answer = await fetch(`${url}/v1/firms/demo${path}`, { ...init, headers })
      return { status: answer.status, body: (await answer.json()) as unknown }
    }
    expect((await call('/issues/summary')).body).toMatchObject({ open: 13, atStake: [{ currency: 'USD' }] })
    const { data } = (await call('/issues?search=northw')).body as Listed
    const id = data[0]?.id ?? ''
    const skip = { method: 'POST', body: JSON.stringify({ kind: 'skip' }) }
    expect((await call(`/issues/${id}/actions`, skip)).status).toBe(201)
    expect((await call(`/issues/${id}/actions`, skip)).status).toBe(409)
    expect((await call('/issues?status=skipped')).body).toMatchObject({ data: [{ id, status: 'skipped' }] })

    const made = await syncdoctor(['keys', 'create', '--role', 'staff', '--firm', 'demo', '--json'], { env })
    const { key } = JSON.parse(made.stdout) as { readonly key: string }
    expect((await call(`/issues/${id}/history`, {}, key)).body).toMatchObject({
      data: [{ event: 'skip' }, { event: 'failure' }],
    })
    service.child.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ code: 0, stderr: '' })
  })
})
