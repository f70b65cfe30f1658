import colors from 'picocolors'
import { createApp } from '../app.ts'
import type { Language } from '../domain/language.ts'
import { presentItem } from '../guides/present-item.ts'
import { root } from '../root.ts'

/** `syncdoctor items`: the error table. */
export async function runItems({
  lang,
  json,
}: {
  readonly lang: Language
  readonly json?: boolean
}): Promise<void> {
  const { loaded, guides } = await createApp(root)
  const data = loaded.catalog.rules.map(({ item }) => presentItem(item, guides, lang))
  if (json) {
    console.log(JSON.stringify({ data }, null, 2))
    return
  }
  for (const { number, slug, title, message } of data) {
    console.log(`${String(number).padStart(3)}  ${colors.bold(title)}  ${colors.dim(slug)}\n     ${message}`)
  }
}
