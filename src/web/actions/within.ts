/** The longest that a page waits for host and books. */
const PATIENCE_MILLISECONDS = 10_000

/** What a promise resolves to, if it does so while somebody may still be waiting for the page. */
export async function within<T>(
  promise: Promise<T>,
  milliseconds = PATIENCE_MILLISECONDS,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
