import { en } from './en.ts'
import type { MessageKey } from './translate.ts'

/** Whether there is a sentence of that name; for names that come from data. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}
