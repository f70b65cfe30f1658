import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CatalogFault } from './catalog-fault.ts'
import type { ArticleFile, CatalogFiles, JsonFile } from './catalog-files.ts'

const ITEM_FILE = /^\d{2}-[a-z-]+\.json$/u
const ARTICLE_FILE = /^([a-z]{2})\.md\.hbs$/u

/** Reads the catalog below `root`; what cannot be read or is no JSON is a fault of its file. */
export async function readCatalogFiles(
  root: string,
): Promise<{ readonly files: CatalogFiles; readonly faults: readonly CatalogFault[] }> {
  const faults: CatalogFault[] = []
  const strays: string[] = []

  const json = async (file: string, name = path.basename(file, '.json')): Promise<JsonFile> => {
    try {
      return { file, name, json: JSON.parse(await readFile(path.join(root, file), 'utf8')) }
    } catch (error) {
      faults.push({
        file,
        name,
        reason: error instanceof SyntaxError ? `no JSON: ${error.message}` : 'cannot be read',
      })
      return { file, name, json: undefined }
    }
  }
  const list = async (folder: string) => {
    try {
      const entries = await readdir(path.join(root, folder), { withFileTypes: true })
      // Hidden files are the operating system's or an editor's.
      return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch {
      faults.push({ file: folder, name: folder, reason: 'the folder cannot be read' })
      return []
    }
  }
  const items = async (folder: string, others: readonly string[]) => {
    const names = (await list(folder)).map((entry) => entry.name).filter((name) => !others.includes(name))
    strays.push(...names.filter((name) => !ITEM_FILE.test(name)).map((name) => `${folder}/${name}`))
    return Promise.all(names.filter((name) => ITEM_FILE.test(name)).map((name) => json(`${folder}/${name}`)))
  }
  const articles = async (): Promise<readonly ArticleFile[]> => {
    const found: ArticleFile[] = []
    for (const folder of await list('kb')) {
      if (['systems', 'languages.json', 'languages.schema.json'].includes(folder.name)) continue
      const entries = folder.isDirectory() ? await list(`kb/${folder.name}`) : []
      if (entries.length === 0) strays.push(`kb/${folder.name}`)
      for (const entry of entries) {
        const file = `kb/${folder.name}/${entry.name}`
        const language = ARTICLE_FILE.exec(entry.name)?.[1]
        if (language === undefined || !entry.isFile()) {
          strays.push(file)
          continue
        }
        const source = (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n')
        found.push({ file, name: folder.name, language, source })
      }
    }
    return found
  }

  const files: CatalogFiles = {
    rules: await items('rules', ['rule.schema.json', 'retry.json', 'retry.schema.json']),
    retry: await json('rules/retry.json'),
    languages: await json('kb/languages.json'),
    systems: await Promise.all(
      (await list('kb/systems'))
        .filter(({ name }) => name !== 'system.schema.json')
        .map(({ name }) => json(`kb/systems/${name}`)),
    ),
    articles: await articles(),
    cases: await items('test/cases', ['case.schema.json']),
    schemas: {
      rule: await json('rules/rule.schema.json'),
      retry: await json('rules/retry.schema.json'),
      case: await json('test/cases/case.schema.json'),
      languages: await json('kb/languages.schema.json'),
      system: await json('kb/systems/system.schema.json'),
    },
    strays,
  }
  return { files, faults }
}
