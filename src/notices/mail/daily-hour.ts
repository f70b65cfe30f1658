/** The hour of the firm's day at which daily mails come. */
export const DAILY_HOUR = 8
