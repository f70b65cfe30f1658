import { expect, it } from '@jest/globals'
import type { CompanySettings, Written } from '../../src/sandbox/company/books/books.ts'
import type { EntityName } from '../../src/sandbox/company/books/entity-name.ts'
import type { Body, SampleBooks } from './sandbox-books.ts'
import { ids, invoiceOf, refused, sampleBooks } from './sandbox-books.ts'

type Fault = readonly [code: string, message: string, detail: string, element?: string]

/** What was pushed, and the fault it meets. */
export interface FaultRow {
  readonly pushed: string
  readonly settings?: Partial<CompanySettings>
  readonly push: (sample: SampleBooks) => Written
  readonly fault: Fault
}

/** A test for each row: the refusal is this one, and changes nothing. */
export function itRefuses(rows: readonly FaultRow[]): void {
  it.each(rows)('$pushed', ({ settings, push, fault: [code, message, detail, element = ''] }) => {
    const sample = sampleBooks(settings)
    expect(refused(push(sample))).toEqual({
      httpStatus: 400,
      type: 'ValidationFault',
      faults: [{ code, message, detail, element }],
    })
  })
}

export const INACTIVE =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees."
export const BUSINESS = 'A business validation error has occurred while processing your request'
export const MISSING = 'Required param missing, need to supply the required value for the API'
export const LENGTH = 'String length is either shorter or longer than supported by specification'
export const PROPERTY = 'Request has invalid or unsupported property'
export const DUPLICATE = 'Duplicate Name Exists Error'
export const ACCOUNT_DETAILS =
  'Invalid account type: Check your account details before you continue. You may need to select a different type of account for your transaction.'
export const ITEM_ACCOUNT =
  "Invalid account type: You can't associate a product or service with accounts of certain types (such as Accounts Receivable and Accounts Payable)."
export const CHARGES =
  "Business Validation Error: The Amount Received (plus credits) can't be less than the selected charges. Also, the selected charges can't be less than the selected credits."

export const invoice = (more: Body = {}) => invoiceOf(ids.amy, 100, more)
export const createInvoice = (more: Body) => (sample: SampleBooks) =>
  sample.write('create', 'Invoice', invoice(more))
export const create = (entity: EntityName, body: unknown) => (sample: SampleBooks) =>
  sample.write('create', entity, body)
export const lengthFault = (max: string, length: string, element: string): Fault => [
  '2050',
  LENGTH,
  `String length specified does not match the supported length. Min:0 Max:${max} supported. Supplied length:${length}`,
  element,
]
export const missing = (parameter: string): Fault => [
  '2020',
  MISSING,
  `Required parameter ${parameter} is missing in the request`,
  parameter,
]
export const business = (text: string): Fault => ['6000', BUSINESS, `Business Validation Error: ${text}`]
