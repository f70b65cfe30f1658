/** Whether SQLite refused because another process writes; its errors are of another realm inside tests. */
export function isBusy(error: unknown): boolean {
  const { message = '' } = error as { readonly message?: string }
  return /database (?:table )?is locked|SQLITE_BUSY/u.test(message)
}
