import { runServer } from './commands/serve.ts'

await runServer(process.env)
