import { business } from './business.ts'
import type { FaultText } from './fault-text.ts'

function invalidAccountType(en: string, fr: string): FaultText {
  return {
    code: '6430',
    en: ['Invalid account type used', `Invalid account type: ${en}`],
    fr: ['Type de compte non valide utilisé', `Type de compte non valide : ${fr}`],
  }
}

/** What the places for accounts refuse. */
export const accountTexts = {
  'account-details': invalidAccountType(
    'Check your account details before you continue. You may need to select a different type of account for your transaction.',
    'Vérifiez les détails de votre compte avant de continuer. Vous devrez peut-être sélectionner un autre type de compte pour votre opération.',
  ),
  'item-account': invalidAccountType(
    "You can't associate a product or service with accounts of certain types (such as Accounts Receivable and Accounts Payable).",
    'Vous ne pouvez pas associer un produit ou service à certains types de comptes (comme les comptes clients et les comptes fournisseurs).',
  ),
  'receivable-without-customer': business(
    'When you use Accounts Receivable, you must choose a customer in the Name field.',
    'Lorsque vous utilisez les comptes clients, vous devez choisir un client dans le champ Nom.',
  ),
  'payable-without-vendor': business(
    'When you use Accounts Payable, you must choose a Vendor',
    'Lorsque vous utilisez les comptes fournisseurs, vous devez choisir un fournisseur',
  ),
  'payable-on-bill': business(
    "You can't use an Accounts Payable account on the detail portion of a Bill.",
    'Vous ne pouvez pas utiliser un compte fournisseurs dans la partie détaillée d’une facture à payer.',
  ),
} as const satisfies Readonly<Record<string, FaultText>>
