import { z } from 'zod'

const references = z.object({ value: z.string() })

/** The id of the client, or of what else a document is about. */
export function partnerOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const { data } = references.safeParse(body['CustomerRef'] ?? body['EntityRef'] ?? body['AccountRef'])
  return data?.value
}
