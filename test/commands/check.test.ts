import { describe, expect, it } from '@jest/globals'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { catalog } from '../support/catalog.ts'
import { withCatalogCopy } from '../support/catalog-copy.ts'
import { syncdoctor } from '../support/run-cli.ts'

interface Told {
  readonly file: string
  readonly name: string
  readonly reason: string
}

describe('the check of the shipped catalog', () => {
  it('finds nothing, and counts the items', async () => {
    expect(await syncdoctor(['check'])).toEqual({
      code: 0,
      stdout: `The catalog is in order: ${catalog.rules.length} items.\n`,
      stderr: '',
    })
  })

  it('is an empty list as JSON', async () => {
    const ran = await syncdoctor(['check', '--json'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toEqual([])
  })
})

describe('the check of another folder', () => {
  it('finds nothing in a copy of the catalog', async () => {
    await withCatalogCopy(async ({ root }) => {
      expect(await syncdoctor(['check', '--root', root, '--json'])).toMatchObject({ code: 0, stdout: '[]\n' })
    })
  })

  it('lists every fault of a broken catalog with its file, name and reason', async () => {
    await withCatalogCopy(async (copy) => {
      await copy.set('rules/04-duplicate-document-number.json', 'event.params.actions', ['delete'])
      await copy.remove('kb/unrecognized/fr.md.hbs')
      await copy.write({ 'rules/notes.txt': 'x', 'kb/languages.json': '{' })
      const [asJson, asText] = await Promise.all([
        syncdoctor(['check', '--root', copy.root, '--json']),
        syncdoctor(['check', '--root', copy.root]),
      ])
      expect(asJson).toMatchObject({ code: 1, stderr: '' })
      const told = JSON.parse(asJson.stdout) as readonly Told[]
      for (const fault of told) {
        expect(Object.keys(fault)).toEqual(['file', 'name', 'reason'])
        expect(Object.values(fault)).not.toContain('')
      }
      for (const [file, name] of [
        ['rules/04-duplicate-document-number.json', '04-duplicate-document-number'],
        ['kb/unrecognized/fr.md.hbs', 'unrecognized'],
        ['rules/notes.txt', 'rules/notes.txt'],
        ['kb/languages.json', 'languages'],
      ]) {
        expect(told).toContainEqual(expect.objectContaining({ file, name }))
      }
      expect(asText).toMatchObject({ code: 1, stderr: '' })
      expect(asText.stdout).toBe(told.map(({ file, reason }) => `${file}: ${reason}\n`).join(''))
    })
  })

  it('finds a case that no longer holds', async () => {
    await withCatalogCopy(async (copy) => {
      const file = 'test/cases/08-income-account-missing.json'
      await copy.set(file, 'matches.0.failure.error', 'The printer is out of paper')
      const ran = await syncdoctor(['check', '--root', copy.root, '--json'])
      expect(ran.code).toBe(1)
      expect(JSON.parse(ran.stdout)).toEqual([
        { file, name: '08-income-account-missing', reason: expect.stringContaining('has item null') },
      ])
    })
  })

  it('takes a path from the working folder', async () => {
    await withCatalogCopy(async ({ root }) => {
      const relative = path.relative(process.cwd(), root)
      expect((await syncdoctor(['check', '--root', relative])).code).toBe(0)
    })
  })

  it('that does not exist tells each folder it lacks', async () => {
    const ran = await syncdoctor([
      'check',
      '--root',
      path.join(tmpdir(), 'syncdoctor-no-such-folder'),
      '--json',
    ])
    expect(ran).toMatchObject({ code: 1, stderr: '' })
    const files = (JSON.parse(ran.stdout) as readonly Told[]).map(({ file }) => file)
    expect(files).toEqual(expect.arrayContaining(['rules', 'kb', 'test/cases']))
  })
})
