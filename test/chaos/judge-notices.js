/** What was told rightly, and what was not: by the log of what was to be told, and what receiver and mail server got. */
export function judgeNotices({ labels, logged, calls, mails, killedAt }) {
  const byEvent = grouped(calls, ({ id }) => id)
  const byMail = grouped(mails, ({ messageId, to }) => `${messageId} ${to}`)
  const addresses = new Set(mails.map(({ to }) => to))
  const wrong = {
    notLogged: labels.filter(({ label }) => !logged.some(({ notice }) => notice.issue.record.label === label))
      .length,
    notCalled: logged.filter(({ notice }) => !byEvent.has(notice.id)).length,
    calledTwice: [...byEvent.values()].filter((all) => isRepeated(all, killedAt)).length,
    outOfOrder: outOfOrder(logged, byEvent),
    calledForeign: calls.filter(({ path, body }) => path !== `/${body.data.firmId}`).length,
    mailedTwice: [...byMail.values()].filter((all) => isRepeated(all, killedAt)).length,
    mailedForeign: mails.filter(
      ({ to, text, html }) => /(north|south|west)-\d/u.exec(`${text}${html}`)?.[1] !== to.split(/[@.]/u)[1],
    ).length,
    ...toldByMail(
      labels,
      [...byMail.values()].map(([first]) => first),
      addresses,
    ),
  }
  const counts = {
    issues: labels.length,
    calls: calls.length,
    repeatedCalls: calls.length - byEvent.size,
    mails: mails.length,
    repeatedMails: mails.length - byMail.size,
    people: addresses.size,
  }
  return { counts, wrong }
}

function grouped(list, keyOf) {
  const groups = new Map()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** Whether something came again without somebody having been killed since it came before. */
function isRepeated(arrivals, killedAt) {
  return arrivals.some(({ at }, i) => {
    const before = arrivals[i - 1]
    return before !== undefined && !killedAt.some((kill) => before.at <= kill && kill <= at)
  })
}

/** How many events came before one that happened earlier to the same issue. */
function outOfOrder(logged, byEvent) {
  const bySubject = grouped(logged, ({ notice }) => notice.subject)
  return [...bySubject.values()].filter((entries) => {
    const times = entries
      .toSorted((one, other) => one.notice.sequence - other.notice.sequence)
      .map(({ notice }) => byEvent.get(notice.id)?.[0].at)
    return times.some((at, i) => i > 0 && at < times[i - 1])
  }).length
}

/** Whether everybody was mailed of every issue of their firm, in one mail. */
function toldByMail(labels, mails, addresses) {
  let [notMailed, inTwoMails] = [0, 0]
  for (const address of addresses) {
    const texts = mails.filter(({ to }) => to === address).map(({ text }) => text)
    for (const { firmId, label } of labels) {
      if (!address.endsWith(`@${firmId}.example`)) continue
      const count = texts.filter((text) => text.includes(label)).length
      if (count === 0) {
        notMailed += 1
        console.error(`${address} was not mailed of ${label}`)
      }
      if (count > 1) inTwoMails += 1
    }
  }
  return { notMailed, inTwoMails }
}
