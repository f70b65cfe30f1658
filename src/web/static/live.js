// While something is under way, the parts of the page that tell of it are kept up to date; without scripts, a link does.
const FIRST = 1000
const LONGEST = 10_000
const seen = new Map()
for (const part of document.querySelectorAll('[data-live]')) seen.set(part.id, part.innerHTML)

/** Puts what is new in the place of what is shown; answers whether anything was. */
function show(fresh) {
  let changed = false
  for (const part of document.querySelectorAll('[data-live]')) {
    const newer = fresh.getElementById(part.id)
    if (newer === null || newer.innerHTML === seen.get(part.id)) continue
    changed = true
    seen.set(part.id, newer.innerHTML)
    const focused = part.contains(document.activeElement) ? document.activeElement : null
    const id = focused?.id
    newer.replaceWith()
    part.replaceWith(newer)
    document.dispatchEvent(new CustomEvent('part-replaced', { detail: newer }))
    // Whoever was here stays here, be it at the heading of what took its place.
    if (focused !== null) {
      const again = (id && document.getElementById(id)) || newer.querySelector('h1, h2')
      again?.setAttribute('tabindex', again.getAttribute('tabindex') ?? '-1')
      again?.focus({ preventScroll: true })
    }
  }
  return changed
}

/** Tells assistive technology what changed, once it has. */
function tell() {
  const said = document.querySelector('[data-said]')
  const text = document.querySelector('[data-say]')?.textContent ?? ''
  if (said !== null && said.textContent !== text) said.textContent = text
}

const isUnderWay = (page) => page.querySelector('[data-under-way=true]') !== null

async function look(wait) {
  const began = Date.now()
  let next = Math.min(wait * 1.5, LONGEST)
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    // Signed out, or gone: the page itself says so.
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return location.reload()
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (show(fresh)) {
        next = FIRST
        tell()
      }
      if (!isUnderWay(document)) return
    }
  } catch {
    // The network is back sooner or later.
  }
  // A page that takes long to make is not asked for all the time.
  setTimeout(look, Math.max(next, 4 * (Date.now() - began)), next)
}

if (isUnderWay(document)) setTimeout(look, FIRST, FIRST)
