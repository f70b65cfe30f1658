/** Whether everything that was acknowledged is there and over, and every issue and its history say what is so. */
export async function judgeIssues({ api, acknowledged, told, ledger, FIRM }) {
  const hostIds = new Map(told.map(({ type, id, sync }) => [`${type}/${id}`, sync.quickbooksId]))
  const states = {}
  const outcomes = {}
  let [lost, untrue, incomplete] = [0, 0, 0]
  const complain = (...what) => console.error(...what)

  const actions = []
  for (const [id, issueId] of acknowledged) {
    const answer = await api('GET', `${FIRM}/issues/${issueId}/actions/${id}`)
    const state = answer?.status === 200 ? answer.body.state : 'gone'
    states[state] = (states[state] ?? 0) + 1
    if (['gone', 'queued', 'waiting', 'running'].includes(state)) {
      lost += 1
      complain('Lost:', id, JSON.stringify(answer?.body))
    } else actions.push(answer.body)
    const said = answer?.body.outcome ?? answer?.body.reason ?? 'by QuickBooks'
    outcomes[said] = (outcomes[said] ?? 0) + 1
  }

  for await (const issue of everyIssue()) {
    const { id, record, status, quickbooksId } = issue
    const key = `${record.type}/${record.id}`
    const inBooks = ledger.idOf.get(key)
    const isTrue =
      status === 'resolved' ? quickbooksId === inBooks && hostIds.get(key) === inBooks : inBooks === null
    if (!isTrue) {
      untrue += 1
      complain('Untrue:', key, status, { quickbooksId, inBooks, host: hostIds.get(key) }, issue.currentAction)
    }
    const history = await historyOf(id)
    const own = actions.filter(({ issueId }) => issueId === id)
    if (!isComplete(history, status) || !own.every((action) => isTold(action, history))) {
      incomplete += 1
      complain('Incomplete:', key, status, history, own)
    }
  }
  return { lost, untrue, incomplete, states, outcomes }

  async function* everyIssue() {
    for (const status of ['open', 'resolved', 'skipped', 'deleted']) {
      let cursor = ''
      do {
        const { body } = await api('GET', `${FIRM}/issues?limit=100&status=${status}${cursor}`)
        yield* body.data
        cursor = body.nextCursor === null ? null : `&cursor=${encodeURIComponent(body.nextCursor)}`
      } while (cursor !== null)
    }
  }

  /** The oldest first. */
  async function historyOf(issueId) {
    const entries = []
    let cursor = ''
    do {
      const { body } = await api('GET', `${FIRM}/issues/${issueId}/history?limit=100${cursor}`)
      entries.push(...body.data)
      cursor = body.nextCursor === null ? null : `&cursor=${body.nextCursor}`
    } while (cursor !== null)
    return entries.reverse()
  }
}

/** Without a gap, each line going on where the one before ended. */
function isComplete(history, status) {
  return (
    history.every(
      ({ number, from }, i) => number === i + 1 && from === (i === 0 ? null : history[i - 1].to),
    ) && history.at(-1)?.to === status
  )
}

/** How it ended stands in the history, once. */
function isTold({ id }, history) {
  return history.filter(({ actionId }) => actionId === id).length === 1
}
