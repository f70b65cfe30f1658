import express from 'express'
import { createServer } from 'node:http'
import { createApp } from '../../dist/app.js'
import { readConfig } from '../../dist/config.js'
import { root } from '../../dist/root.js'

const kinds = {
  bare: () =>
    express()
      .use(express.json())
      .post('/', (request, response) => response.json(request.body)),
  ours: async () => {
    const { config } = readConfig({ RATE_LIMIT: '0' })
    const app = await createApp(root)
    return app.http({ config, newId: () => 'id', onBug: console.error, isReady: () => true })
  },
}

const server = createServer(await kinds[process.argv[2]]())
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send(user + system)
})
