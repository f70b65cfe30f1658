/** Ids of members are unique in a firm only. */
export function mailboxId(firmId: string, memberId: string): string {
  return `${firmId}/${memberId}`
}
