/** Calls our API with a key. The answer is undefined where there was none. */
export function createApi(url, key) {
  return async (method, path, body, headers = {}) => {
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      })
      return { status: answer.status, body: await answer.json() }
    } catch {
      return undefined
    }
  }
}
