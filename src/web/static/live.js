// The parts of the page that can change are kept up to date: whenever the service says that something has changed, and,
// while something is under way, by looking now and then. Without scripts, a link does.
const FIRST = 1000
const LONGEST = 10_000
const AGAIN = 60_000
/** What people, or other scripts, have done to an element. */
const OWN = new Set(['open', 'hidden', 'tabindex'])

const parts = () => document.querySelectorAll('[data-live]')
const seen = new Map()
for (const part of parts()) seen.set(part.id, part.outerHTML)

/** What tells the children of an element apart. */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName
  const value = node.nodeName === 'OPTION' ? node.getAttribute('value') : ''
  return `${node.nodeName} ${node.id} ${node.getAttribute('name') ?? ''} ${value}`
}

function byKey(element) {
  const children = new Map()
  for (const child of element.childNodes) {
    const key = keyOf(child)
    children.set(key, [...(children.get(key) ?? []), child])
  }
  return children
}

/** Makes an element like a newer one, and leaves what is alike in it alone: whatever is typed, ticked or open there stays so. */
function match(element, newer) {
  for (const { name, value } of newer.attributes) {
    if (!OWN.has(name) && element.getAttribute(name) !== value) element.setAttribute(name, value)
  }
  for (const { name } of [...element.attributes]) {
    if (!OWN.has(name) && !newer.hasAttribute(name)) element.removeAttribute(name)
  }
  const wanted = byKey(newer)
  const kept = byKey(element)
  for (const [key, children] of kept) {
    for (const child of children.splice(wanted.get(key)?.length ?? 0)) child.remove()
  }
  let next = element.firstChild
  for (const child of [...newer.childNodes]) {
    const old = kept.get(keyOf(child))?.shift()
    if (old === undefined) element.insertBefore(child, next)
    else {
      if (old === next) next = next.nextSibling
      else element.insertBefore(old, next)
      if (old.nodeType === Node.ELEMENT_NODE) match(old, child)
      else if (old.data !== child.data) old.data = child.data
    }
  }
}

/** Shows what is new; answers whether anything was. */
function show(fresh) {
  let changed = false
  for (const part of parts()) {
    const newer = fresh.getElementById(part.id)
    if (newer === null || newer.outerHTML === seen.get(part.id)) continue
    changed = true
    seen.set(part.id, newer.outerHTML)
    const focused = part.contains(document.activeElement) ? document.activeElement : null
    match(part, newer)
    document.dispatchEvent(new CustomEvent('part-changed', { detail: part }))
    // Whoever was here stays here, be it at the heading of what took its place.
    if (focused === null || focused === document.activeElement) continue
    const place = focused.isConnected ? focused : (part.querySelector('h1, h2') ?? part)
    if (place !== focused) place.setAttribute('tabindex', place.getAttribute('tabindex') ?? '-1')
    place.focus({ preventScroll: true })
  }
  return changed
}

const spoken = () => [...document.querySelectorAll('[data-say]')].map((one) => one.textContent).join(' ')
let lastSpoken = spoken()

/** Tells assistive technology what changed, once it has. */
function tell() {
  const said = document.querySelector('[data-said]')
  const text = spoken()
  if (said !== null && text !== lastSpoken) said.textContent = text
  lastSpoken = text
}

const isUnderWay = () => document.querySelector('[data-under-way=true]') !== null
let isLooking = false
let looksAgain = false
let wait = FIRST
let earliest = 0
let timer

function lookIn(milliseconds) {
  clearTimeout(timer)
  timer = setTimeout(look, milliseconds)
}

async function look() {
  clearTimeout(timer)
  // Whoever comes back to it is shown what is new then.
  if (document.hidden) return
  isLooking = true
  looksAgain = false
  const began = Date.now()
  wait = Math.min(wait * 1.5, LONGEST)
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
    // Signed out, or gone: the page itself says so.
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return location.reload()
    if (answer.ok) {
      if (show(new DOMParser().parseFromString(await answer.text(), 'text/html'))) {
        wait = FIRST
        tell()
      }
    } else looksAgain = true
  } catch {
    // The network is back sooner or later.
    looksAgain = true
  }
  isLooking = false
  // A page that takes long to make is not asked for all the time.
  const pause = Math.max(wait, 4 * (Date.now() - began))
  earliest = Date.now() + pause
  if (looksAgain || isUnderWay()) lookIn(pause)
}

/** Something may have changed: looks at once, or as soon as that is not too often. */
function hear() {
  if (Date.now() > earliest) wait = FIRST
  if (isLooking) looksAgain = true
  else lookIn(Math.max(0, earliest - Date.now()))
}

const { events, eventTypes = '' } = document.querySelector('[data-events]')?.dataset ?? {}
let source

function listen() {
  if (events === undefined || seen.size === 0 || source !== undefined || document.hidden) return
  source = new EventSource(events)
  // Whenever it begins, something may have changed before.
  for (const type of ['ready', 'reset', 'change', ...eventTypes.split(' ')])
    source.addEventListener(type, hear)
  source.addEventListener('error', () => {
    if (source?.readyState !== EventSource.CLOSED) return
    stopListening()
    hear()
    setTimeout(listen, AGAIN)
  })
}

function stopListening() {
  source?.close()
  source = undefined
}

// A browser has few connections for all pages of a site: one that nobody looks at leaves them to the others.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return stopListening()
  listen()
  hear()
})
addEventListener('pagehide', stopListening)
addEventListener('pageshow', listen)
listen()
if (isUnderWay()) lookIn(FIRST)
