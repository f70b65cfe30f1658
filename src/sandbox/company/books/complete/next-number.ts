import type { BooksView } from '../books-view.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { numberGroups } from '../number-groups.ts'
import { textOf } from '../read/text-of.ts'

const FIRST = '1001'
const MAX_LENGTH = 21
const ENDS_WITH_DIGITS = /^(?<prefix>.*?)(?<digits>\d{1,18})$/u

/** The number after the last one that was given or taken, with whatever prefix that one had. */
export function nextNumber(name: EntityName, books: Pick<BooksView, 'all'>): string {
  const { prefix = '', digits } = ENDS_WITH_DIGITS.exec(lastNumber(name, books) ?? '')?.groups ?? {}
  if (digits === undefined) return FIRST
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0')
  return `${prefix}${next}`.slice(-MAX_LENGTH)
}

function lastNumber(name: EntityName, books: Pick<BooksView, 'all'>): string | undefined {
  let last: Entity | undefined
  for (const kind of numberGroups[name]?.of ?? []) {
    for (const one of books.all(kind)) {
      const isLater = last === undefined || Number(one.Id) > Number(last.Id)
      if (isLater && ENDS_WITH_DIGITS.test(textOf(one, 'DocNumber') ?? '')) last = one
    }
  }
  return last && textOf(last, 'DocNumber')
}
