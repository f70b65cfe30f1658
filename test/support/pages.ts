import type { ApiClient } from './api-client.ts'

/** The ids on each page of a list, from the first page to the last, as its cursors lead. */
export async function pagesOf(
  api: ApiClient,
  address: string,
  headers: Record<string, string>,
): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const next = new URL(address, 'http://localhost')
    if (cursor !== '') next.searchParams.set('cursor', cursor)
    const { data, nextCursor } = (await api.get(`${next.pathname}${next.search}`, headers)).as('IssueList')
    pages.push(data.map(({ record }) => record.id))
    cursor = nextCursor
  }
  return pages
}
