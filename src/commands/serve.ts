import { readConfig } from '../config/config.ts'
import { serve } from '../serve.ts'

/** `syncdoctor serve`: serves until SIGTERM or SIGINT; a second signal ends it at once. */
export async function runServer(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment)
  if ('faults' in read) {
    for (const { variable, reason } of read.faults) console.error(`${variable} ${reason}`)
    process.exitCode = 1
    return
  }
  try {
    const { publicUrl, metricsUrl, sandboxUrl, demo, stop } = await serve(read.config)
    console.log(`SyncDoctor is ready.

  Paste an error   ${publicUrl}/
  Error table      ${publicUrl}/errors
  API, to try out  ${publicUrl}/docs${metricsUrl === undefined ? '' : `\n  Metrics          ${metricsUrl}`}
`)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
    const added = await demo
    if (added === undefined) return
    console.log(`A firm to try things on (DEMO=0 leaves it out):

  Its issues       ${added.portalUrl}
                   works once, within a day
  Its API key      ${added.key}
                   works for a day
`)
    if (sandboxUrl === undefined) return
    console.log(`What stands in for QuickBooks and for the firm's practice software, where its errors can be put right, and its mails:

  Sandbox books    ${sandboxUrl}/books
  Its software     ${sandboxUrl}/host
  Its mails        ${sandboxUrl}/mail
`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
