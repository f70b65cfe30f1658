import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { root } from '../../dist/root.js'

/**
 * Starts the built `syncdoctor` command. `ready` is what it says once it can be used; `bugs` what it told of itself since.
 */
export function startProgram(args, { env = {}, ready: passage, onBug = () => {} }) {
  const child = spawn(process.execPath, [path.join(root, 'dist', 'cli.js'), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const ready = new Promise((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      for (const line of chunk.split('\n')) if (line.includes('"err":')) onBug(line)
      said += chunk
      const found = passage.exec(said)
      if (found !== null) resolve(found)
    })
    void ended.then(() => reject(new Error(`It ended before it was ready: ${said}`)))
  })
  // Whoever is killed while it starts is not waited for.
  ready.catch(() => undefined)
  return { child, ended, ready }
}
