import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCatalogFiles } from '../../src/catalog/read-catalog-files.ts'

const SCHEMAS = [
  'rules/rule.schema.json',
  'rules/retry.schema.json',
  'test/cases/case.schema.json',
  'kb/languages.schema.json',
  'kb/systems/system.schema.json',
]
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SCHEMAS.map((file) => [file, JSON.stringify({ title: file })])),
  'rules/retry.json': '{"rules":[]}',
  'rules/11-stale-object.json': '{"item":11}',
  'rules/04-account-missing.json': '{"item":4}',
  'test/cases/11-stale-object.json': '{"matches":[]}',
  'kb/languages.json': '{"en":{}}',
  'kb/systems/quickbooks.json': '{"name":"QuickBooks"}',
  'kb/systems/host.json': '{"name":"Practice"}',
  'kb/11-stale-object/fr.md.hbs': '# Modifié\n',
  'kb/11-stale-object/en.md.hbs': '# Changed\r\n\r\nmeanwhile\r\n',
}

let root = ''

async function write(files: Readonly<Record<string, string>>) {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text)
  }
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'syncdoctor-files-'))
  await write(FILES)
})

afterEach(() => rm(root, { recursive: true }))

describe('the files of a catalog', () => {
  it('are read by folder, in the order of their names, each under its own', async () => {
    const read = (file: string) => ({
      file,
      name: path.basename(file, '.json'),
      json: JSON.parse(FILES[file] ?? '') as unknown,
    })
    const [rule, retry, cases, languages, system] = SCHEMAS.map(read)
    expect(await readCatalogFiles(root)).toEqual({
      faults: [],
      files: {
        rules: [read('rules/04-account-missing.json'), read('rules/11-stale-object.json')],
        retry: read('rules/retry.json'),
        languages: read('kb/languages.json'),
        systems: [read('kb/systems/host.json'), read('kb/systems/quickbooks.json')],
        articles: [
          {
            file: 'kb/11-stale-object/en.md.hbs',
            name: '11-stale-object',
            language: 'en',
            source: '# Changed\n\nmeanwhile\n',
          },
          {
            file: 'kb/11-stale-object/fr.md.hbs',
            name: '11-stale-object',
            language: 'fr',
            source: '# Modifié\n',
          },
        ],
        cases: [read('test/cases/11-stale-object.json')],
        schemas: { rule, retry, case: cases, languages, system },
        strays: [],
      },
    })
  })

  it.each([
    'rules/notes.txt',
    'rules/stale-object.json',
    'rules/1-stale-object.json',
    'rules/011-stale-object.json',
    'rules/11-stale-object.json.orig',
    'rules/11-Stale.json',
    'rules/11-staleXjson',
    'rules/case.schema.json',
    'test/cases/11-stale-object.json.orig',
    'test/cases/rule.schema.json',
    'kb/notes.md',
    'kb/11-stale-object/en.md',
    'kb/11-stale-object/eng.md.hbs',
    'kb/11-stale-object/en.md.hbs.orig',
    'kb/11-stale-object/enXmd.hbs',
    'kb/11-stale-object/en.mdXhbs',
  ])('may not be any others: %s', async (file) => {
    await write({ [file]: '{}' })
    const { files, faults } = await readCatalogFiles(root)
    expect(files.strays).toEqual([file])
    expect(faults).toEqual([])
    expect([files.rules.length, files.cases.length, files.articles.length]).toEqual([2, 1, 2])
  })

  it('may not be folders where articles stand, nor folders without an article', async () => {
    await mkdir(path.join(root, 'kb/12-empty'))
    await mkdir(path.join(root, 'kb/11-stale-object/de.md.hbs'))
    const { files } = await readCatalogFiles(root)
    expect(files.strays).toEqual(['kb/11-stale-object/de.md.hbs', 'kb/12-empty'])
  })

  it('may have hidden ones of an editor or an operating system beside them', async () => {
    await write({
      'rules/.DS_Store': '',
      'kb/.idea/x': '',
      'kb/11-stale-object/.en.swp': '',
      'kb/systems/.x': '',
    })
    expect(await readCatalogFiles(root)).toMatchObject({ faults: [], files: { strays: [] } })
  })
})

describe('what cannot be read', () => {
  it.each([...Object.keys(FILES).filter((file) => file.endsWith('.json'))])(
    'is told with its file, if it is no JSON: %s',
    async (file) => {
      await write({ [file]: '{' })
      const { faults } = await readCatalogFiles(root)
      const name = path.basename(file, '.json')
      expect(faults).toEqual([{ file, name, reason: expect.stringMatching(/^no JSON: ./u) }])
    },
  )

  it.each(['rules/retry.json', 'kb/languages.json', ...SCHEMAS])(
    'is told if it is missing: %s',
    async (file) => {
      await rm(path.join(root, file))
      const { files, faults } = await readCatalogFiles(root)
      const name = path.basename(file, '.json')
      expect(faults).toEqual([{ file, name, reason: 'cannot be read' }])
      expect([files.retry, files.languages, ...Object.values(files.schemas)]).toContainEqual({
        file,
        name,
        json: undefined,
      })
    },
  )

  it.each(['rules', 'kb', 'kb/systems', 'test/cases'])(
    'is told if it is a missing folder: %s',
    async (folder) => {
      await rm(path.join(root, folder), { recursive: true })
      const { faults } = await readCatalogFiles(root)
      expect(faults).toContainEqual({ file: folder, name: folder, reason: 'the folder cannot be read' })
    },
  )
})
