import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

interface Needs {
  readonly file: string
  readonly newId: () => string
  readonly randomBytes: (count: number) => Buffer
}

/** The keys in this file, as text; where there is none, a key is made and kept there, for its owner's eyes only. */
export async function keepSecretKey({ file, newId, randomBytes }: Needs): Promise<string> {
  const kept = await readKept(file)
  if (kept !== undefined) return kept
  await mkdir(path.dirname(file), { recursive: true })
  // A file is there only when it is whole, and whoever comes second finds that of the first.
  const own = `${file}.${newId()}`
  await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  try {
    await link(own, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(own)
  }
  return readFile(file, 'utf8')
}

async function readKept(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
