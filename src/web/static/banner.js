// <syncdoctor-banner src="/your/address">: what keeps the records of a firm out of its books, on a page of yours. The address is
// yours as well: it answers what GET /v1/firms/{firmId}/banner does, which you ask with your key. Until it has answered, and
// without scripts, what you put inside is shown.
{
  const style = new CSSStyleSheet()
  style.replaceSync(`
    :host { display: block }
    :host([hidden]) { display: none }
    section {
      display: flex; gap: 1rem; padding: 1rem 1.25rem; border: 1px solid #b26a00; border-radius: 12px;
      background: #ffb020; color: #2b1a00; overflow-wrap: anywhere
    }
    div { min-width: 0 }
    h2 { margin: 0 0 .3rem; font-size: 1.2rem; line-height: 1.25 }
    p { margin: 0 }
    ul { margin: 0 0 .3rem; padding: 0 0 0 1.2rem }
    a { display: inline-block; min-height: 24px; padding: 2px 0; color: inherit; vertical-align: top }
    a:focus-visible { outline: 3px solid #2b1a00; outline-offset: 2px; border-radius: 2px }
    .next { font-weight: 700 }
    .sign {
      flex: none; width: 2rem; height: 2rem; border-radius: 50%; background: #2b1a00; color: #ffb020;
      font-weight: 700; line-height: 2rem; text-align: center
    }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    @media (max-width: 30rem) { .sign { display: none } }
    @media (forced-colors: active) { section { border: 3px solid } }
  `)

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name)
    for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute])
    element.append(...children.filter((child) => child !== null))
    return element
  }

  /** Text that leads somewhere; to nothing but pages. */
  const link = ({ text, href }, attributes = {}) =>
    /^https?:$/.test(new URL(href, document.baseURI).protocol)
      ? make('a', { ...attributes, href }, text)
      : make('span', attributes, text)

  const LEAST_SECONDS = 15

  class SyncDoctorBanner extends HTMLElement {
    static observedAttributes = ['src', 'data', 'lang']
    #root = this.attachShadow({ mode: 'open' })
    #said = make('p', { class: 'said', role: 'status' })
    #part = make('slot')
    #shown
    #timer
    #asked = 0
    #look = () => {
      if (!document.hidden) this.#ask()
    }

    constructor() {
      super()
      this.#root.adoptedStyleSheets = [style]
      this.#root.append(this.#said, this.#part)
    }

    connectedCallback() {
      const seconds = Math.max(Number(this.getAttribute('refresh')) || 60, LEAST_SECONDS)
      this.#timer = setInterval(this.#look, seconds * 1000)
      document.addEventListener('visibilitychange', this.#look)
      this.#begin()
    }

    disconnectedCallback() {
      clearInterval(this.#timer)
      document.removeEventListener('visibilitychange', this.#look)
    }

    attributeChangedCallback() {
      if (this.isConnected) this.#begin()
    }

    #begin() {
      const data = this.getAttribute('data')
      if (data !== null) this.#show(data)
      this.#ask()
    }

    get #links() {
      return [...this.#root.querySelectorAll('a')]
    }

    get #language() {
      const { lang } = this.closest('[lang]') ?? {}
      return /^fr\b/i.test(lang ?? '') ? 'fr' : 'en'
    }

    async #ask() {
      const src = this.getAttribute('src')
      if (src === null) return
      const question = (this.#asked += 1)
      try {
        const url = new URL(src, document.baseURI)
        url.searchParams.set('lang', this.#language)
        const answer = await fetch(url, { headers: { accept: 'application/json' } })
        if (!answer.ok) return
        const text = await answer.text()
        // Only the newest question counts.
        if (question === this.#asked) this.#show(text)
      } catch {
        // What is shown is the best that is known.
      }
    }

    #show(text) {
      if (text === this.#shown) return
      let parts
      try {
        parts = this.#parts(JSON.parse(text))
      } catch {
        return
      }
      const isFirst = this.#shown === undefined
      this.#shown = text
      this.hidden = parts === undefined
      const focused = this.#links.indexOf(this.#root.activeElement)
      const before = this.#part
      this.#part = parts ?? make('span')
      before.replaceWith(this.#part)
      // Whoever was at a link of it is at one again.
      if (focused !== -1) this.#links[Math.min(focused, this.#links.length - 1)]?.focus()
      // It is told when it changes, not when the page comes.
      this.#said.textContent = isFirst ? '' : (parts?.querySelector('h2').textContent ?? '')
    }

    #parts({ title, causes, more, atStake, next }) {
      // Anything but a banner fails here, and changes nothing.
      const lines = [...causes.map((cause) => link(cause)), ...(more === null ? [] : [more])]
      if (!title || !next) return
      return make(
        'section',
        { 'aria-labelledby': 'title', lang: this.#language },
        make('span', { class: 'sign', 'aria-hidden': 'true' }, '!'),
        make(
          'div',
          {},
          make('h2', { id: 'title' }, title),
          make('ul', {}, ...lines.map((line) => make('li', {}, line))),
          atStake && make('p', {}, atStake),
          make('p', {}, link(next, { class: 'next' })),
        ),
      )
    }
  }

  customElements.define('syncdoctor-banner', SyncDoctorBanner)
}
