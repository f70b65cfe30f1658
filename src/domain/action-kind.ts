/** What a person can ask for on an issue. */
export type ActionKind = 'resync' | 'skip' | 'delete'
