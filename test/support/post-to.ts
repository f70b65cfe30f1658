import { createPost } from '../../src/outbound/create-post.ts'
import type { Post } from '../../src/outbound/post.ts'

/** Calls whoever listens on this machine. */
export function postTo(changes: Partial<Parameters<typeof createPost>[0]> = {}): Post {
  return createPost({ allowPrivate: true, timeoutMilliseconds: 20_000, mostBytes: 1024 * 1024, ...changes })
}
