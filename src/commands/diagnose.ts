import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import colors from 'picocolors'
import { createApp } from '../app.ts'
import type { Language } from '../domain/language.ts'
import type { RecordType } from '../domain/record-type.ts'
import { diagnosisText } from '../guides/diagnosis-text.ts'
import { explainDiagnosis } from '../guides/explain-diagnosis.ts'
import { tellDiagnosis } from '../guides/tell-diagnosis.ts'
import { translate } from '../messages/translate.ts'
import { root } from '../root.ts'

export interface DiagnoseOptions {
  readonly recordType?: RecordType
  readonly lang: Language
  readonly format: 'text' | 'json' | 'markdown'
}

/** `syncdoctor diagnose`: all of a file or of stdin is one text. Exit code 0: recognized, 2: unrecognized. */
export async function runDiagnose(
  file: string,
  { recordType, lang, format }: DiagnoseOptions,
): Promise<void> {
  const error = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  const { diagnose, guides } = await createApp(root)
  const diagnosis = await diagnose({ error, recordType })
  const explained = explainDiagnosis(guides, diagnosis, {
    language: lang,
    format: format === 'json' ? 'none' : format,
  })
  console.log(render())
  process.exitCode = diagnosis.item === null ? 2 : 0

  function render(): string {
    if (format === 'json') return JSON.stringify(explained, null, 2)
    if (format === 'markdown') return `# ${explained.guide?.title}\n\n${explained.guide?.body}`
    const say = translate(lang)
    const told = tellDiagnosis(explained, say, ({ slug }) => guides.title(slug, lang))
    return diagnosisText(told, explained, say, { heading: colors.bold, strong: colors.green })
  }
}
