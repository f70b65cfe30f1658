import { business } from './business.ts'
import type { FaultText } from './fault-text.ts'

/** What the rules for transactions refuse. */
export const transactionTexts = {
  'duplicate-number': {
    code: '6140',
    en: [
      'Duplicate Document Number Error',
      'Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber={number} is assigned to TxnType={type} with TxnId={id}',
    ],
    // The tail is not translated, except for the type.
    fr: [
      'Numéro de document en double',
      'Numéro de document en double : Vous devez indiquer un nombre différent. Ce numéro a déjà été utilisé. DocNumber={number} is assigned to TxnType={type} with TxnId={id}',
    ],
  },
  'number-too-long': business(
    'You cannot enter more than 21 characters in the doc_num field',
    'Vous ne pouvez pas saisir plus de 21 caractères dans le champ doc_num',
  ),
  'no-lines': business('Add a line item to continue.', 'Ajoutez un article de ligne pour continuer.'),
  'no-amount': business('You must set a transaction amount.', 'Vous devez définir un montant d’opération.'),
  'negative-amount': business(
    'You must specify a transaction amount that is 0 or greater.',
    'Vous devez indiquer un montant d’opération égal ou supérieur à 0.',
  ),
  'wrong-product': {
    code: '6070',
    en: [
      'Amount calculation incorrect in the request',
      'Amount is not equal to UnitPrice * Qty. Supplied value:{value}',
    ],
    fr: [
      'Calcul du montant incorrect dans la demande',
      "Le montant n'est pas égal à UnitPrice * Qty. Valeur fournie :{value}",
    ],
  },
  'amount-below-charges': business(
    "The Amount Received (plus credits) can't be less than the selected charges. Also, the selected charges can't be less than the selected credits.",
    'Le montant reçu (plus les crédits) ne peut pas être inférieur aux frais sélectionnés. De plus, les frais sélectionnés ne peuvent pas être inférieurs aux crédits sélectionnés.',
  ),
  'wrong-currency': business(
    'The currency of the transaction is invalid for customer/vendor/account.',
    "La devise de l'opération n'est pas valide pour le client, le fournisseur ou le compte.",
  ),
  'no-tax-rate': business(
    'Make sure all your transactions have a GST/HST rate before you save.',
    "Assurez-vous que toutes vos opérations comprennent un taux de TPS/TVH avant d'enregistrer.",
  ),
  'line-tax-code': {
    code: '6100',
    en: [
      'Invalid Line TaxCode in the request',
      'Valid Line TaxCodes for US should be TAX or NON. Supplied value:{value}',
    ],
    fr: [
      'Code de taxe de ligne non valide dans la demande',
      'Les codes de taxe de ligne valides pour les États-Unis sont TAX ou NON. Valeur fournie :{value}',
    ],
  },
  'email-required': {
    code: '6420',
    en: ['Email address is required', 'Email address is required to send this transaction.'],
    fr: [
      "L'adresse de courriel est requise",
      "L'adresse de courriel est requise pour envoyer cette opération.",
    ],
  },
} as const satisfies Readonly<Record<string, FaultText>>
