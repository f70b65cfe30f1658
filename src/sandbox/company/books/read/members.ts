/** Members of one thing of the v3 API, as JSON holds them. */
export type Members = Readonly<Record<string, unknown>>
