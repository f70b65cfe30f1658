import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../src/root.ts'

const modules = path.join(root, 'node_modules')

/** Inflates, into the folder for temporary files, all that the package holds: on Amazon's Linux, libraries too. */
const INFLATE = "await (await import('@sparticuz/chromium')).default.executablePath()"
const ON_AMAZON_LINUX = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }

/** Where the Chromium of the installed package is inflated: `npm ci` clears it away. */
export async function chromiumFolder(): Promise<string> {
  const manifest = await readFile(path.join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  return path.join(modules, '.cache', `chromium-${version}`)
}

/**
 * Inflates the browser of the browser tests, once for all workers and runs: a file that is still being written, by
 * whichever worker, cannot be started. Where this fails, no browser starts, and the browser tests tell of it.
 */
export default async function globalSetup(): Promise<void> {
  const isForThisMachine = process.platform === 'linux' && process.arch === 'x64'
  if (!isForThisMachine || process.env.CHROMIUM_PATH) return
  const folder = await chromiumFolder()
  if (existsSync(folder)) return
  try {
    await inflate(folder)
  } catch (error) {
    console.error('Chromium could not be inflated for the browser tests:', error)
  }
}

/** The folder appears whole or not at all, also where two runs inflate at once. */
async function inflate(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const started = await mkdtemp(`${folder}.`)
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', INFLATE], {
      cwd: root,
      env: { ...process.env, ...ON_AMAZON_LINUX, TMPDIR: started },
    })
    await writeFile(path.join(started, 'fonts.conf'), fontsConfig(folder))
    await rename(started, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(started, { recursive: true, force: true })
  }
}

/** The machine's fonts, if it has any, and the package's own. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}
