/** The languages people are answered in. */
export const languages = ['en', 'fr'] as const

export type Language = (typeof languages)[number]
