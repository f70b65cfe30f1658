import { once } from 'node:events'
import type { Server } from 'node:http'

/** How long requests under way may take once the process is told to stop. */
const DRAIN_MILLISECONDS = 25_000
const SWEEP_MILLISECONDS = 100

/** Takes no more requests, and resolves when those under way are answered, or have had time enough. */
export async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // Connections that callers keep open close as soon as their last request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MILLISECONDS)
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS)
  await closed
  clearInterval(sweep)
  clearTimeout(timer)
}
