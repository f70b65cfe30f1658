import { createApp } from '../app.ts'
import { checkCatalog } from '../catalog/check-catalog.ts'

/** `syncdoctor check`: every check of the catalog; lists all faults and exits with 1 if there is one. */
export async function runCheck({
  root,
  json,
}: {
  readonly root: string
  readonly json?: boolean
}): Promise<void> {
  const { loaded, diagnose, guides } = await createApp(root)
  // What the files themselves get wrong would only be said again by what depends on them.
  const faults = loaded.faults.length > 0 ? loaded.faults : await checkCatalog(loaded, { diagnose, guides })
  if (json) console.log(JSON.stringify(faults, null, 2))
  else if (faults.length === 0) console.log(`The catalog is in order: ${loaded.catalog.rules.length} items.`)
  else for (const { file, reason } of faults) console.log(`${file}: ${reason}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
