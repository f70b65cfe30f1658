/** How often somebody wants mails with news, the most often first. */
export const noticeFrequencies = ['at-once', 'hourly', 'daily'] as const

export type NoticeFrequency = (typeof noticeFrequencies)[number]
