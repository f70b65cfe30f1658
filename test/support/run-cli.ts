import { afterAll } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root as project } from '../../src/root.ts'

export interface Ran {
  /** The exit code; null if a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Running {
  readonly child: ChildProcess
  /** Resolves once it wrote so on its standard output; rejects if it ends before. */
  readonly said: (passage: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<Ran>
}

interface Surroundings {
  /** All of standard input. */
  readonly input?: string
  /** The variables that are set, besides the path. */
  readonly env?: Readonly<Record<string, string>>
  /** The project that holds `dist/`. */
  readonly root?: string
}

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Starts a built program of `dist/`, with none of the test runner's own variables. */
export function start(program: string, args: readonly string[], surroundings: Surroundings = {}): Running {
  const { input = '', env = {}, root = project } = surroundings
  const child = spawn(process.execPath, [path.join(root, 'dist', program), ...args], {
    // What it keeps by default lies where it was started.
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  })
  // A program that refuses its arguments ends without reading.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  const ended = once(child, 'close').then(([code]): Ran => ({ code: code as number | null, stdout, stderr }))
  const said = (passage: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = passage.exec(stdout)
        if (found !== null) resolve(found)
      }
      look()
      child.stdout.on('data', look)
      void ended.then((ran) =>
        reject(new Error(`It ended before it said ${passage}: ${JSON.stringify(ran)}`)),
      )
    })
  return { child, said, ended }
}

/** Runs the `syncdoctor` command to its end. */
export function syncdoctor(args: readonly string[], surroundings?: Surroundings): Promise<Ran> {
  return start('cli.js', args, surroundings).ended
}
