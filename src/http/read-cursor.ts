import { z } from 'zod'
import type { Position } from '../storage/collection.ts'

const cursor = z.tuple([z.string(), z.string().max(40), z.string().max(100)])

/** The position in a cursor of ours; undefined: it is none, or one of another order. */
export function readCursor(text: string, sort: string): Position | undefined {
  try {
    const [of, value, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return of === sort ? { value, id } : undefined
  } catch {
    return undefined
  }
}
