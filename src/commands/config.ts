import { readConfig } from '../config/config.ts'
import { describeConfig } from '../config/describe-config.ts'

/** `syncdoctor config`: the effective configuration, or every fault of it. */
export function runConfig(environment: NodeJS.ProcessEnv): void {
  const read = readConfig(environment)
  if ('faults' in read) {
    for (const { variable, reason } of read.faults) console.error(`${variable} ${reason}`)
    process.exitCode = 1
    return
  }
  for (const [variable, value] of describeConfig(read.config)) console.log(`${variable}=${value}`)
}
