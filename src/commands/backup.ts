import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { readBackup } from '../backup/read-backup.ts'
import { writeBackup } from '../backup/write-backup.ts'
import { withStores } from './with-stores.ts'

/** `syncdoctor backup`: all that is kept, in one file; a file under that name is whole. */
export async function runBackup(file: string): Promise<void> {
  await withStores(process.env, async ({ everything }) => {
    const partial = `${file}.part`
    await pipeline(writeBackup(everything), createWriteStream(partial, { mode: 0o600 }))
    await rename(partial, file)
    console.log(`The backup is in ${file}. It holds the data of all firms: keep it safe.`)
  })
}

/** `syncdoctor restore`: fills an empty storage from a backup, and says what came in. */
export async function runRestore(file: string): Promise<void> {
  await withStores(process.env, async ({ everything }) => {
    // The file is read twice: nothing is stored before all of it is known to be whole.
    const count = await readBackup(() => createReadStream(file), everything)
    console.log(`${count} documents were restored from ${file}.`)
  })
}
