import type { Actor } from '../../domain/actor.ts'
import type { Translate } from '../../messages/translate.ts'

/** How people know who did something; a member who is gone by its id. */
export function actorName(
  { type, id }: Actor,
  say: Translate,
  nameOf: (memberId: string) => string | undefined,
): string {
  return type === 'member' ? (nameOf(id) ?? id) : say(`history.actor.${type}`)
}
