/** The name that an inactive entry had before QuickBooks put “(deleted)” after it; null: it has no such end. */
export function cleanName(name: string): string | null {
  const end = / \(deleted(?:-\d{1,4})?\)$/u.exec(name)
  return end === null ? null : name.slice(0, end.index)
}
