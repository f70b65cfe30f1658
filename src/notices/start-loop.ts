interface Needs {
  /** Does what is due, and answers how much that was. */
  readonly take: () => Promise<number>
  /** How long to sleep when nothing is due. */
  readonly idleMilliseconds: number
  readonly onError: (error: unknown) => void
}

export interface Loop {
  /** Something may be due now. */
  wake(): void
  /** Takes nothing new, and resolves when what is under way is done. */
  stop(): Promise<void>
}

/** Does what is due over and over, until it is stopped. */
export function startLoop({ take, idleMilliseconds, onError }: Needs): Loop {
  let stopped = false
  let awake = false
  let rouse = () => {}

  async function sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMilliseconds)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
      if (awake) rouse()
    })
  }

  async function run(): Promise<void> {
    for (;;) {
      awake = false
      let done = 0
      try {
        done = await take()
      } catch (error) {
        onError(error)
      }
      if (done === 0 && !stopped) await sleep()
      if (stopped) return
    }
  }

  const running = run()
  const wake = () => {
    awake = true
    rouse()
  }
  return {
    wake,
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
