/** The states of an issue. */
export const issueStatuses = ['open', 'resolved', 'skipped', 'deleted'] as const

export type IssueStatus = (typeof issueStatuses)[number]
