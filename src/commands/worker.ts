import { readConfig } from '../config/config.ts'
import { work } from '../work.ts'

/** `syncdoctor worker`: performs actions until SIGTERM or SIGINT; a second signal ends it at once. */
export async function runWorker(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment)
  if ('faults' in read) {
    for (const { variable, reason } of read.faults) console.error(`${variable} ${reason}`)
    process.exitCode = 1
    return
  }
  try {
    const stop = await work(read.config)
    console.log('The worker is ready.')
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
