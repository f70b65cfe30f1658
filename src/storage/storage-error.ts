/** The storage cannot be used as it is; the message says what it is, and what to do about it. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}
