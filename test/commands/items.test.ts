import { describe, expect, it } from '@jest/globals'
import { stripVTControlCharacters } from 'node:util'
import { languages } from '../../src/domain/language.ts'
import { startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'
import { syncdoctor } from '../support/run-cli.ts'

const { api } = await startService()

describe('the error table', () => {
  it.each(languages)('as JSON is the answer of the API, in %s', async (lang) => {
    const [ran, answer] = await Promise.all([
      syncdoctor(['items', '--json', '--lang', lang]),
      api.get(`/v1/error-items?lang=${lang}`),
    ])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toEqual(answer.as('ErrorItemList'))
  })

  it.each(languages)('lists each item by number with its title, slug and message, in %s', async (lang) => {
    const [ran, answer] = await Promise.all([
      syncdoctor(['items', '--lang', lang]),
      api.get(`/v1/error-items?lang=${lang}`),
    ])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const titles = answer.as('ErrorItemList').data.map(({ title }) => title)
    const lines = catalog.rules.flatMap(({ item }, i) => [
      `${item.number} ${titles[i]} ${item.slug}`,
      item.message.replaceAll(/\s+/gu, ' '),
    ])
    expect(
      ran.stdout
        .trim()
        .split('\n')
        .map((line) => line.trim().replaceAll(/ +/gu, ' ')),
    ).toEqual(lines)
  })

  it('is in English if nothing is said of it', async () => {
    const [unsaid, english] = await Promise.all([
      syncdoctor(['items']),
      syncdoctor(['items', '--lang', 'en']),
    ])
    expect(unsaid).toEqual(english)
  })

  it('is plain in a pipe, and coloured if FORCE_COLOR says so', async () => {
    const [plain, coloured] = await Promise.all([
      syncdoctor(['items']),
      syncdoctor(['items'], { env: { FORCE_COLOR: '1' } }),
    ])
    expect(plain.stdout).not.toContain('\u001b')
    expect(coloured.stdout).toContain('\u001b[')
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout)
  })

  it('as JSON is never coloured', async () => {
    const { stdout } = await syncdoctor(['items', '--json'], { env: { FORCE_COLOR: '1' } })
    expect(stdout).not.toContain('\u001b')
  })

  it('in an unknown language is refused', async () => {
    const ran = await syncdoctor(['items', '--lang', 'de'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/--lang.*de.*en, fr/u)
  })
})
