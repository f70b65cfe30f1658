import type { Position } from '../storage/collection.ts'

/** A position as callers get it: opaque, and good for the same order only. */
export function writeCursor({ value, id }: Position, sort: string): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}
