import { describe, expect, it } from '@jest/globals'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Language } from '../../src/domain/language.ts'
import { createGuides } from '../../src/guides/create-guides.ts'
import { catalog } from '../support/catalog.ts'

const guides = createGuides(catalog)
const place = { locale: 'fr-CA', timeZone: 'America/Toronto' } as const

/** The guide of an item as text, with blanks as people see them, for a firm of Montréal that keeps its books in dollars. */
function guideOf(slug: string, language: Language, ...evidence: readonly Evidence[]): string {
  const facts = { evidence, ...place, locale: language === 'en' ? 'en-US' : 'fr-CA' }
  const { body } = guides.render({ slug, captures: {}, facts, language, format: 'text' })
  return body.replaceAll(/\s+/gu, ' ')
}

const read = { source: 'quickbooks', readAt: '2026-03-02T14:41:00.000Z' } as const

const holder: Evidence<'number-holder'> = {
  kind: 'number-holder',
  ...read,
  cause: 'stands',
  recommends: 'link',
  values: {
    number: '1781',
    isTaken: true,
    document: 'Invoice',
    customerName: 'Northwind LLC',
    total: '1250.00',
    currency: 'CAD',
    date: '2026-03-02',
    createdAt: '2026-03-02T14:40:00.000Z',
    quickbooksId: '3188',
    isSameRecord: true,
    isOurs: true,
    isOtherKind: false,
    isTwice: false,
  },
}

describe('a guide with facts of the firm', () => {
  it('says when they were read, in the firm’s time zone', () => {
    expect(guideOf('duplicate-document-number', 'en', holder)).toContain(
      'What this guide says of your books was read on March 2, 2026 at 9:41 AM.',
    )
    expect(guideOf('duplicate-document-number', 'fr', holder)).toContain(
      'Ce que ce guide dit de vos livres a été lu le 2 mars 2026 à 9 h 41.'.replace('9 h', '09 h'),
    )
  })

  it('tells of the oldest fact where they were read at different times', () => {
    const later = { ...holder, readAt: '2026-03-02T15:00:00.000Z' }
    expect(guideOf('duplicate-document-number', 'en', later, holder)).toContain('9:41 AM')
  })

  it('tells that the document is there already, and who made it', () => {
    expect(guideOf('duplicate-document-number', 'en', holder)).toContain(
      'QuickBooks already has invoice 1781: same client, same CA$1,250.00, created by us on Mar 2, 2026, 9:40 AM. Do not renumber; we will link it.',
    )
    expect(guideOf('duplicate-document-number', 'fr', holder)).toContain(
      'QuickBooks contient déjà la facture 1781 : même client, même montant (1 250,00 $), création par nous le 2 mars 2026, 09 h 40. Ne changez pas le numéro : nous allons faire le rattachement.',
    )
  })

  it('tells whose the number is where it is another’s', () => {
    const values = {
      ...holder.values,
      isSameRecord: false,
      isOurs: false,
      document: 'CreditMemo',
      isOtherKind: true,
    }
    const other = { ...holder, values, recommends: null }
    expect(guideOf('duplicate-document-number', 'en', other)).toContain(
      'The number 1781 belongs to credit memo 1781 of Northwind LLC, CA$1,250.00, dated March 2, 2026. That is another type of document.',
    )
    expect(guideOf('duplicate-document-number', 'fr', other)).toContain(
      'la note de crédit 1781, client Northwind LLC, montant de 1 250,00 $, en date du 2 mars 2026.',
    )
  })

  it('tells that a customer is inactive, and what its name was', () => {
    const inactive: Evidence<'customer-state'> = {
      kind: 'customer-state',
      ...read,
      cause: 'stands',
      recommends: null,
      values: {
        isFound: true,
        isInactive: true,
        name: 'Northwind LLC (deleted)',
        cleanName: 'Northwind LLC',
        hasCreditMemo: false,
        creditMemoTotal: null,
        creditMemoDate: null,
        currency: null,
      },
    }
    expect(guideOf('deleted-customer', 'en', inactive)).toContain(
      'Northwind LLC (deleted) is inactive in QuickBooks. Make it active, change its name back to Northwind LLC by removing “(deleted)”, then resync.',
    )
    expect(guideOf('deleted-customer', 'fr', inactive)).toContain(
      'Northwind LLC (deleted) est inactif dans QuickBooks. Rendez-le actif, redonnez-lui le nom Northwind LLC en retirant « (deleted) », puis relancez la synchronisation.',
    )
  })

  it('tells which credit closed the invoice', () => {
    const short: Evidence<'invoice-balance'> = {
      kind: 'invoice-balance',
      ...read,
      cause: 'stands',
      recommends: null,
      values: {
        number: '2001',
        amount: '500.00',
        currency: 'CAD',
        isFitting: false,
        isMissing: false,
        balance: '300.00',
        isCreditApplied: true,
        credit: '200.00',
        appliesCredits: true,
        isPaid: false,
        payment: null,
        paymentDate: null,
        isPartOfPayment: false,
        quickbooksId: null,
        isOverApplied: false,
        applied: null,
        isUneven: false,
      },
    }
    expect(guideOf('amount-below-charges', 'en', short)).toContain(
      'A CA$200.00 credit was applied automatically, so only CA$300.00 is open and your CA$500.00 payment does not fit. Ask your bookkeeper before changing it.',
    )
    expect(guideOf('amount-below-charges', 'fr', short)).toContain(
      'Un crédit de 200,00 $ a été appliqué automatiquement : il ne reste que 300,00 $ à payer, et votre paiement de 500,00 $ ne peut être affecté. Consultez votre comptable avant de modifier.',
    )
  })

  it('tells that the day is in closed books', () => {
    const closed: Evidence<'closing-date'> = {
      kind: 'closing-date',
      ...read,
      cause: 'stands',
      recommends: null,
      values: { date: '2025-12-30', isClosed: true, closedUntil: '2025-12-31' },
    }
    expect(guideOf('amount-below-charges', 'en', closed)).toContain(
      'This date is on or before your closing date (December 31, 2025). We will not send it.',
    )
    expect(guideOf('amount-below-charges', 'fr', closed)).toContain(
      'Cette date est antérieure ou égale à votre date de clôture (31 décembre 2025). Nous n’envoyons rien.',
    )
  })

  it('lists names as the language does', () => {
    const items: Evidence<'item-states'> = {
      kind: 'item-states',
      ...read,
      cause: 'stands',
      recommends: null,
      values: { isUsable: false, inactive: ['Payroll', 'Filing', 'Review'], missing: [], categories: [] },
    }
    expect(guideOf('invalid-reference-id', 'en', items)).toContain(
      'Inactive in QuickBooks: Payroll, Filing, and Review.',
    )
    expect(guideOf('invalid-reference-id', 'fr', items)).toContain(
      'Inactif dans QuickBooks : Payroll, Filing et Review.',
    )
  })

  it('says nothing of facts that nobody read', () => {
    const guide = guideOf('duplicate-document-number', 'en')
    expect(guide).not.toContain('was read on')
    expect(guide).not.toContain('The number 1781')
  })
})
