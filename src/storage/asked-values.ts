import type { Equals, Value } from './collection.ts'

/** The fields that are asked for by value; a member that is there but undefined asks for nothing. */
export function askedValues<F extends string>(equals: Equals<F> = {}): readonly (readonly [F, Value])[] {
  return Object.entries<Value | undefined>(equals).flatMap(([field, value]) =>
    value === undefined ? [] : [[field as F, value] as const],
  )
}
