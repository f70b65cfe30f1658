import type { Language } from './language.ts'
import type { MemberRole, Role } from './role.ts'

/** Who calls: a key, or a member who is signed in. */
export type Principal =
  | { readonly type: 'key'; readonly id: string; readonly role: Role; readonly firmId: string | null }
  | {
      readonly type: 'member'
      readonly id: string
      readonly role: MemberRole
      readonly firmId: string
      readonly name: string
      readonly sessionId: string
      readonly language: Language | null
    }
