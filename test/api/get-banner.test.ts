import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { startService } from '../support/api-client.ts'
import { addFirm, anIssue, recordOf } from '../support/tenant.ts'

const { api, stores, pages, publicUrl } = await startService()
const host = await addFirm(api, stores)
const BANNER = '/v1/firms/acme/banner'
const asked = async (query = '', of = host) => (await api.get(`${BANNER}${query}`, of)).as('Banner')
const fragment = async (query = '') =>
  (await api.get(`${BANNER}${query}`, { ...host, Accept: 'text/html' })).text

describe('the banner of a firm', () => {
  it('says nothing where nothing is open', async () => {
    expect(await asked()).toEqual({ open: 0, title: null, causes: [], more: null, atStake: null, next: null })
    expect(await fragment()).toBe('')
  })

  it.each(languages)(
    'says what keeps records out of the books, and what comes next, in “%s”',
    async (lang) => {
      const say = translate(lang)
      await anIssue(api, host, 'inv_1')
      await anIssue(api, host, 'inv_2')
      await anIssue(api, host, 'inv_3', { error: 'The moon is in the wrong house.' })
      const banner = await asked(`?lang=${lang}&link=/syncdoctor/open`)
      expect(banner).toMatchObject({ open: 3, title: say('banner.title', { count: 3 }), more: null })
      expect(banner.causes.map(({ href }) => href)).toEqual([
        `${publicUrl}/errors/duplicate-document-number?lang=${lang}`,
        `${publicUrl}/errors/unrecognized?lang=${lang}`,
      ])
      expect(banner.atStake).toMatch(/3[\s,\u00a0\u202f]750/u)
      expect(banner.next?.href).toBe('/syncdoctor/open')
      const html = await fragment(`?lang=${lang}&link=/syncdoctor/open`)
      expect(html).toContain(say('banner.title', { count: 3 }))
      expect(html).toContain('href="/syncdoctor/open"')
      expect(html).toContain(`lang="${lang === 'fr' ? 'fr-CA' : 'en'}"`)
      expect(html).not.toMatch(/<script|<style|on\w+=/u)
    },
  )

  it('leads to guides that are there, and without an address of the host to the list of issues', async () => {
    const { causes, next } = await asked()
    expect(next?.href).toBe(`${publicUrl}/firms/acme/issues?lang=en`)
    for (const { href } of causes) {
      const { pathname, search } = new URL(href)
      expect((await pages.get(`${pathname}${search}`)).status).toBe(200)
    }
  })

  it('lets no address in that is none of a page, and nothing out of what it was given', async () => {
    for (const link of ['javascript:alert(1)', '//evil.example/', '/\\evil.example', 'data:text/html,x', 'x'])
      expect((await api.get(`${BANNER}?link=${encodeURIComponent(link)}`, host)).status).toBe(400)
    const html = await fragment(`?link=${encodeURIComponent('/"><img src=x onerror=alert(1)>')}`)
    expect(html).not.toContain('<img')
    expect(html).toContain('&quot;')
  })

  it('names no record and no client', async () => {
    const record = recordOf({
      id: 'inv_9',
      label: 'Invoice canary',
      client: { id: 'c', name: 'Client canary' },
    })
    await anIssue(api, host, 'inv_9', { record })
    expect(JSON.stringify(await asked())).not.toContain('canary')
  })
})

describe('the element that shows it', () => {
  it('is one file of at most 6,000 bytes, which pages of any site can take in', async () => {
    const answer = await pages.get('/banner.js')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(/javascript/u)
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(Number(answer.headers['content-length'])).toBeLessThanOrEqual(6_000)
  })
})
