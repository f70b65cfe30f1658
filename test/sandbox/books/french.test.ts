import { describe, expect, it } from '@jest/globals'
import { faultTexts } from '../../../src/sandbox/company/books/faults/fault-texts.ts'
import type { CompanySettings, Written } from '../../../src/sandbox/company/books/books.ts'
import type { SampleBooks } from '../../support/sandbox-books.ts'
import {
  faultOf,
  feeOf,
  ids,
  invoiceOf,
  paymentOf,
  salesLine,
  sampleBooks,
} from '../../support/sandbox-books.ts'

const create =
  (entity: Parameters<SampleBooks['write']>[1], body: unknown) =>
  ({ write }: SampleBooks) =>
    write('create', entity, body)

interface Row {
  readonly pushed: string
  readonly push: (sample: SampleBooks) => Written
  readonly fault: readonly [code: string, detail: string]
  readonly settings?: Partial<CompanySettings>
}

const rows: readonly Row[] = [
  {
    pushed: 'a name that is taken',
    push: create('Customer', { DisplayName: 'PG&E' }),
    fault: [
      '6240',
      'Le nom fourni existe déjà. : Un autre client, fournisseur ou employé utilise déjà ce nom. Veuillez utiliser un nom différent.',
    ],
  },
  {
    pushed: 'a number that is taken',
    push: create('Invoice', invoiceOf(ids.amy, 5, { DocNumber: '1001' })),
    fault: [
      '6140',
      'Numéro de document en double : Vous devez indiquer un nombre différent. Ce numéro a déjà été utilisé. DocNumber=1001 is assigned to TxnType=Facture with TxnId=3',
    ],
  },
  {
    pushed: 'a product that there is not',
    push: create('Invoice', invoiceOf(ids.amy, 5, { Line: [salesLine(5, '999')] })),
    fault: ['2500', 'ID de référence non valide : Line.SalesItemLineDetail.ItemRef'],
  },
  {
    pushed: 'a customer that there is not',
    push: ({ write }) => write('update', 'Customer', { Id: '9001', SyncToken: '0' }),
    fault: [
      '610',
      'Objet introuvable : Un élément que vous tentez d’utiliser a été rendu inactif. Vérifiez les champs contenant des comptes, des clients, des articles, des fournisseurs ou des employés.',
    ],
  },
  {
    pushed: 'a payment of more than is open',
    push: create('Payment', paymentOf(ids.amy, 500, { '9': 500 })),
    fault: [
      '6000',
      "Erreur de validation de l'entreprise : Le montant reçu (plus les crédits) ne peut pas être inférieur aux frais sélectionnés. De plus, les frais sélectionnés ne peuvent pas être inférieurs aux crédits sélectionnés.",
    ],
  },
  {
    pushed: 'an account that does not fit',
    push: create('Purchase', feeOf(5, { AccountRef: { value: ids.sales } })),
    fault: [
      '6430',
      'Type de compte non valide : Vérifiez les détails de votre compte avant de continuer. Vous devrez peut-être sélectionner un autre type de compte pour votre opération.',
    ],
  },
  {
    pushed: 'a name that is too long',
    push: create('Term', { Name: 'x'.repeat(40) }),
    fault: [
      '2050',
      'La longueur de chaîne indiquée ne correspond pas à la longueur prise en charge. Min:0 Max:31 pris en charge. Longueur fournie:40',
    ],
  },
  {
    pushed: 'a line without a rate',
    settings: { taxRateRequired: true },
    push: create('Invoice', invoiceOf(ids.amy, 5)),
    fault: [
      '6000',
      "Erreur de validation de l'entreprise : Assurez-vous que toutes vos opérations comprennent un taux de TPS/TVH avant d'enregistrer.",
    ],
  },
]

describe('A French company', () => {
  it.each(rows)('refuses $pushed in French', ({ push, settings, fault: [code, detail] }) => {
    expect(faultOf(push(sampleBooks({ ...settings, language: 'fr' })))).toMatchObject({ code, detail })
  })

  it('has words for every fault, with the same places for values', () => {
    for (const [name, { en, fr }] of Object.entries(faultTexts)) {
      const placesIn = (texts: readonly string[]) => [...new Set(texts.join(' ').match(/\{\w+\}/gu))].sort()
      expect([name, placesIn(fr)]).toEqual([name, placesIn(en)])
    }
  })
})
