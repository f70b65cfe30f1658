/** Who did something: a member, perhaps through the host's key; a key of its own; or SyncDoctor itself. */
export interface Actor {
  readonly type: 'member' | 'key' | 'system'
  readonly id: string
  /** The key that acted for the member. */
  readonly via: string | null
}
