import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { CollectionDesign } from '../../src/storage/collection-design.ts'
import { root } from '../../src/root.ts'

/** Where the processes work. */
export interface Workplace<F extends string> {
  readonly place: string
  readonly design: CollectionDesign<F>
}

export interface StorageProcess {
  readonly child: ChildProcess
  /** Gives it a task of `storage-process.js`. */
  readonly give: <F extends string>(at: Workplace<F>, task: string, ...args: readonly unknown[]) => void
  /** What it says next, which no task is still saying. */
  readonly answer: () => Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Starts a process that works on storages, and waits until it can be given a task. */
export async function startStorageProcess(): Promise<StorageProcess> {
  const child = fork(path.join(root, 'test', 'support', 'storage-process.js'), { execArgv: [] })
  const ended = once(child, 'exit')
  const answer = async () => {
    const gone = ended.then(() => Promise.reject(new Error('The process has ended.')))
    const [message] = (await Promise.race([once(child, 'message'), gone])) as [unknown]
    return message
  }
  await answer()
  return {
    child,
    give: (at, task, ...args) => child.send({ ...at, task, args }),
    answer,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Gives all of them the task at once; their answers. */
export async function allAtOnce<F extends string>(
  processes: readonly StorageProcess[],
  at: Workplace<F>,
  task: string,
  ...args: readonly unknown[]
): Promise<readonly unknown[]> {
  const answers = processes.map((one) => one.answer())
  for (const one of processes) one.give(at, task, ...args)
  return (await Promise.all(answers)).map((answer) => {
    const { done, failed } = answer as { readonly done?: unknown; readonly failed?: string }
    if (failed !== undefined) throw new Error(failed)
    return done
  })
}
