/** A value that is bound as JSON: the library cuts a text that is bound as it is, or read, at its first NUL. */
export const BOUND = "(? ->> '$')"
