import { z } from 'zod'

const batchSchema = z.object({ BatchItemRequest: z.array(z.looseObject({})) })

/** How many metered reads a request makes. */
export function readsIn({
  method,
  resource,
  body,
}: {
  readonly method: string
  readonly resource: string
  readonly body: Buffer
}): number {
  if (method === 'GET' || resource === 'query') return 1
  if (resource !== 'batch') return 0
  try {
    const parsed = batchSchema.safeParse(JSON.parse(body.toString()))
    return parsed.success ? parsed.data.BatchItemRequest.filter((item) => 'Query' in item).length : 0
  } catch {
    return 0
  }
}
