import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '../domain/language.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type MessageKey = keyof typeof en

/** Words for the placeholders of a message. */
export type MessageValues = Readonly<Record<string, string | number>>

export type Translate = (key: MessageKey, values?: MessageValues) => string

const sentences: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, fr }
const compiled = new Map<string, IntlMessageFormat>()

/** The sentences of one language, with their placeholders filled. */
export function translate(language: Language): Translate {
  return (key, values) => {
    const sentence = sentences[language][key]
    // Most sentences have no placeholder and need no formatting.
    if (values === undefined) return sentence
    const name = `${language}/${key}`
    const format = compiled.get(name) ?? new IntlMessageFormat(sentence, language)
    compiled.set(name, format)
    return String(format.format(values))
  }
}
