import { applyEdits, modify } from 'jsonc-parser'
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '../../src/app.ts'
import type { CatalogFault } from '../../src/catalog/catalog-fault.ts'
import { checkCatalog } from '../../src/catalog/check-catalog.ts'
import { root as project } from '../../src/root.ts'

/** Files by their path from the root: text as it is, anything else as JSON. */
export type Files = Readonly<Record<string, unknown>>

/** A copy of the catalog that a test may change as it likes. An edit that changes nothing throws. */
export interface CatalogCopy {
  readonly root: string
  /** Sets a member of a JSON file (`event.params.codes.0`); undefined takes it out. */
  set(file: string, member: string, value: unknown): Promise<void>
  /** Replaces the first such passage of a file. */
  replace(file: string, passage: string | RegExp, by: string): Promise<void>
  append(file: string, text: string): Promise<void>
  write(files: Files): Promise<void>
  move(from: string, to: string): Promise<void>
  /** Removes a file or a folder. */
  remove(file: string): Promise<void>
}

const CATALOG = ['rules', 'kb', path.join('test', 'cases')]

/** Hands out a copy of the shipped catalog, and of more of the project's files if asked for; removes it afterwards. */
export async function withCatalogCopy<T>(
  use: (copy: CatalogCopy) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), 'syncdoctor-catalog-'))
  try {
    for (const part of [...CATALOG, ...more]) {
      await cp(path.join(project, part), path.join(root, part), { recursive: true })
    }
    return await use(copyAt(root))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function copyAt(root: string): CatalogCopy {
  const at = (file: string) => path.join(root, file)
  const edit = async (file: string, change: (text: string) => string) => {
    const text = await readFile(at(file), 'utf8')
    const changed = change(text)
    if (changed === text) throw new Error(`The edit of ${file} changes nothing.`)
    await writeFile(at(file), changed)
  }
  return {
    root,
    set: (file, member, value) =>
      edit(file, (text) => applyEdits(text, modify(text, steps(member), value, {}))),
    replace: (file, passage, by) => edit(file, (text) => text.replace(passage, () => by)),
    append: (file, more) => edit(file, (text) => text + more),
    async write(files) {
      for (const [file, content] of Object.entries(files)) {
        await mkdir(path.dirname(at(file)), { recursive: true })
        await writeFile(at(file), typeof content === 'string' ? content : JSON.stringify(content, null, 2))
      }
    },
    async move(from, to) {
      await mkdir(path.dirname(at(to)), { recursive: true })
      await rename(at(from), at(to))
    },
    remove: (file) => rm(at(file), { recursive: true }),
  }
}

function steps(member: string): (string | number)[] {
  return member.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step))
}

/** Every fault of the catalog below `root`: of its files or, if they are in order, of how it behaves. */
export async function faultsOf(root: string): Promise<readonly CatalogFault[]> {
  const { loaded, ...behaviour } = await createApp(root)
  return loaded.faults.length > 0 ? loaded.faults : checkCatalog(loaded, behaviour)
}
