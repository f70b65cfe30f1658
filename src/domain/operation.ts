/** What the push tried to do; `match` is the host looking a record up by name. */
export type Operation = 'create' | 'update' | 'delete' | 'match'
