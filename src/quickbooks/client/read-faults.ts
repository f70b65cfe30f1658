import { z } from 'zod'
import type { QuickBooksFault } from '../refusal.ts'

/** QuickBooks tells a handful. */
const MOST = 100

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null)

// The accounting service begins its members with capitals, the gateway before it does not.
const fault = z
  .looseObject({ code: text, element: text, Message: text, message: text, Detail: text, detail: text })
  .transform(({ code, element, Message, message, Detail, detail }): QuickBooksFault => ({
    code,
    message: Message ?? message,
    detail: Detail ?? detail,
    element: element === '' ? null : element,
  }))
const list = z.union([z.array(fault), fault.transform((one) => [one])]).catch([])
const errors = z
  .looseObject({ Error: list, error: list })
  .transform(({ Error, error }) => [...Error, ...error])
  .catch([])
const holder = z.looseObject({ Fault: errors, fault: errors })

/** The faults of an answer that holds some, in either of QuickBooks' spellings; what is not told is null. */
export function readFaults(body: Readonly<Record<string, unknown>>): readonly QuickBooksFault[] {
  const { Fault, fault } = holder.parse(body)
  return [...Fault, ...fault].slice(0, MOST)
}
