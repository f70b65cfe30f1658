/** A named value of a fact: how it is written for a reader, and where it is present. */
export interface EvidenceField {
  /** `money` is a decimal text in the fact's `currency`; `document` a kind of document, as QuickBooks' API names it. */
  readonly type: 'flag' | 'text' | 'money' | 'date' | 'moment' | 'document' | 'list'
  /** Null unless this field of the same fact holds true, or a value; left out: always present. */
  readonly when?: string
}

const flag = { type: 'flag' } as const
const text = { type: 'text' } as const

/** What each kind of fact tells, by name: what articles may use, and nothing else. */
export const evidenceFields = {
  /** What the host says of the record now. */
  'host-record': {
    isLinked: flag,
    isRefused: flag,
    isGone: flag,
    quickbooksId: { type: 'text', when: 'isLinked' },
  },
  /** Who has the name that a client or a service wants. */
  'name-holders': {
    name: text,
    isHeld: flag,
    /** By an active entry of the wanted kind, written in just this way. */
    isExact: flag,
    isCustomer: flag,
    isVendor: flag,
    isEmployee: flag,
    isItem: flag,
    isCategory: flag,
    isInactive: flag,
    holderName: { type: 'text', when: 'isHeld' },
    quickbooksId: { type: 'text', when: 'isHeld' },
    email: { type: 'text', when: 'email' },
    hasSameEmail: flag,
    balance: { type: 'money', when: 'balance' },
    currency: { type: 'text', when: 'currency' },
    deletedName: { type: 'text', when: 'deletedName' },
    nearNames: { type: 'list', when: 'nearNames' },
  },
  /** Whether credit cards are marked as such. */
  'payment-method-type': {
    name: { type: 'text', when: 'isHeld' },
    isHeld: flag,
    isWrongType: flag,
    isInactive: flag,
  },
  /** How a record's customer stands. */
  'customer-state': {
    isFound: flag,
    isInactive: flag,
    name: { type: 'text', when: 'isFound' },
    /** Its name without “(deleted)”, where it has that. */
    cleanName: { type: 'text', when: 'cleanName' },
    /** A credit memo that QuickBooks may have written to bring the balance to nothing. */
    hasCreditMemo: flag,
    creditMemoTotal: { type: 'money', when: 'hasCreditMemo' },
    creditMemoDate: { type: 'date', when: 'hasCreditMemo' },
    currency: { type: 'text', when: 'currency' },
  },
  /** Which document has the number. */
  'number-holder': {
    number: text,
    isTaken: flag,
    document: { type: 'document', when: 'isTaken' },
    customerName: { type: 'text', when: 'customerName' },
    total: { type: 'money', when: 'isTaken' },
    currency: { type: 'text', when: 'currency' },
    date: { type: 'date', when: 'date' },
    createdAt: { type: 'moment', when: 'createdAt' },
    quickbooksId: { type: 'text', when: 'isTaken' },
    /** The same kind, client and total as the record. */
    isSameRecord: flag,
    /** Made while one of our own tries was under way. */
    isOurs: flag,
    isOtherKind: flag,
    /** More than one document has it. */
    isTwice: flag,
  },
  /** Whether the products and services of a document can be used. */
  'item-states': {
    isUsable: flag,
    inactive: { type: 'list', when: 'inactive' },
    /** Those that QuickBooks does not have, by name where the record tells it, else by id. */
    missing: { type: 'list', when: 'missing' },
    categories: { type: 'list', when: 'categories' },
  },
  /** Whether what is paid fits what is open. */
  'invoice-balance': {
    number: { type: 'text', when: 'number' },
    amount: { type: 'money' },
    currency: { type: 'text', when: 'currency' },
    isFitting: flag,
    isMissing: flag,
    balance: { type: 'money', when: 'balance' },
    isCreditApplied: flag,
    credit: { type: 'money', when: 'isCreditApplied' },
    /** QuickBooks applies credits by itself. */
    appliesCredits: flag,
    isPaid: flag,
    payment: { type: 'money', when: 'isPaid' },
    paymentDate: { type: 'date', when: 'isPaid' },
    /** The payment in the books is larger, and this one a part of it. */
    isPartOfPayment: flag,
    quickbooksId: { type: 'text', when: 'isPaid' },
    /** The record is the invoice itself, and more is applied to it than its new total. */
    isOverApplied: flag,
    applied: { type: 'money', when: 'isOverApplied' },
    /** The record's own lines come to more than its total. */
    isUneven: flag,
  },
  /** Whether each account is of a type that its place takes. */
  'account-types': {
    isFitting: flag,
    isUnset: flag,
    isMissing: flag,
    isInactive: flag,
    isWrongType: flag,
    isPaidFrom: flag,
    isSpentOn: flag,
    isDepositTo: flag,
    isIncome: flag,
    accountName: { type: 'text', when: 'accountName' },
    accountType: { type: 'text', when: 'accountType' },
  },
  /** Whether a name is short enough. */
  'name-length': {
    name: text,
    length: text,
    maxLength: text,
    isTooLong: flag,
    hasColon: flag,
    /** A shorter name that nothing has. */
    proposal: { type: 'text', when: 'proposal' },
  },
  /** Whether the document's day is in closed books. */
  'closing-date': {
    date: { type: 'date' },
    isClosed: flag,
    closedUntil: { type: 'date', when: 'isClosed' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, EvidenceField>>>>

export type EvidenceKind = keyof typeof evidenceFields

/** Every kind of fact there is. */
export const evidenceKinds = Object.keys(evidenceFields) as readonly EvidenceKind[]
