import { describe, expect, it } from '@jest/globals'
import { accepted, ids, invoiceOf, sampleBooks } from '../../support/sandbox-books.ts'

describe('Settings of the sandbox company', () => {
  it('preferences tell what was set, and what they are told is set', () => {
    const { act, books, change, current } = sampleBooks()
    act({ act: 'change-settings', settings: { autoApplyCredit: true, bookCloseDate: '2025-12-31' } })
    expect(current('Preferences', '1')).toMatchObject({
      SyncToken: '1',
      SalesFormsPrefs: { CustomTxnNumbers: true, AutoApplyCredit: true },
      AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
    })
    accepted(change('Preferences', '1', { SalesFormsPrefs: { CustomTxnNumbers: false } }))
    expect(books.settings).toMatchObject({
      customTxnNumbers: false,
      autoApplyCredit: true,
      bookCloseDate: '2025-12-31',
    })
    act({ act: 'change-settings', settings: { bookCloseDate: null } })
    expect(JSON.stringify(current('Preferences', '1'))).not.toContain('BookCloseDate')
  })

  it('preferences that set nothing here are kept', () => {
    const { change, current } = sampleBooks()
    accepted(
      change('Preferences', '1', {
        TimeTrackingPrefs: { WorkWeekStartDate: 'Sunday' },
        TaxPrefs: { PartnerTaxEnabled: true },
      }),
    )
    expect(current('Preferences', '1')).toMatchObject({
      TimeTrackingPrefs: { WorkWeekStartDate: 'Sunday', UseServices: true },
      TaxPrefs: { PartnerTaxEnabled: true, UsingSalesTax: false },
      SalesFormsPrefs: { CustomTxnNumbers: true },
    })
  })

  it('warnings of duplicate numbers stand among the other preferences', () => {
    const { books, change } = sampleBooks()
    accepted(
      change('Preferences', '1', {
        OtherPrefs: { NameValue: [{ Name: 'WarnDuplicateBillNumber', Value: 'false' }] },
      }),
    )
    expect(books.settings.warnDuplicateNumbers).toBe(false)
  })

  it('the company is called as it is set to be', () => {
    const { act, books, change, current } = sampleBooks()
    act({ act: 'change-settings', settings: { companyName: 'Northwind', language: 'fr' } })
    expect(current('CompanyInfo', '1')).toMatchObject({ CompanyName: 'Northwind', Country: 'CA' })
    accepted(change('CompanyInfo', '1', { CompanyName: 'Contoso' }))
    expect(books.settings.companyName).toBe('Contoso')
  })

  it('after the subscription ended all can be read, and made good again', () => {
    const { act, books, create } = sampleBooks({ subscription: 'ended' })
    expect(books.get('Customer', ids.amy)).toBeDefined()
    expect(act({ act: 'make-inactive', entity: 'Customer', id: ids.kate })).toHaveProperty('refused')
    act({ act: 'change-settings', settings: { subscription: 'active' } })
    create('Invoice', invoiceOf(ids.amy, 5))
  })
})
