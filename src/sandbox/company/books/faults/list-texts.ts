import { business } from './business.ts'
import type { FaultText } from './fault-text.ts'

function duplicateName(en: string, fr: string): FaultText {
  return {
    code: '6240',
    en: [
      'Duplicate Name Exists Error',
      `The name supplied already exists. : ${en} is already using this name. Please use a different name.`,
    ],
    fr: [
      'Erreur : nom en double',
      `Le nom fourni existe déjà. : ${fr} utilise déjà ce nom. Veuillez utiliser un nom différent.`,
    ],
  }
}

function hasBalance(en: string, fr: string): FaultText {
  return {
    code: '6220',
    en: [
      'Delete List Has Balance Error',
      `The entity you are trying to delete has an open balance. : This ${en} cannot be deleted because it has a non-zero balance`,
    ],
    fr: [
      'Erreur de suppression : solde non nul',
      `L'entité que vous tentez de supprimer a un solde à payer. : Ce ${fr} ne peut pas être supprimé, car son solde n'est pas nul`,
    ],
  }
}

/** What the rules for lists refuse. */
export const listTexts = {
  'duplicate-name': duplicateName(
    'Another customer, vendor or employee',
    'Un autre client, fournisseur ou employé',
  ),
  'duplicate-item-name': duplicateName('Another product or service', 'Un autre produit ou service'),
  'duplicate-account-name': duplicateName('Another account', 'Un autre compte'),
  'duplicate-term-name': duplicateName('Another term', 'Une autre modalité'),
  'duplicate-method-name': {
    code: '6240',
    en: ['Duplicate Name Exists Error', 'The name supplied already exists. : null'],
    fr: ['Erreur : nom en double', 'Le nom fourni existe déjà. : null'],
  },
  'no-name': {
    code: '6080',
    en: ['No Name Provided', 'No name provided. Supply a DisplayName, or at least one part of the name.'],
    fr: ['Aucun nom fourni', 'Aucun nom fourni. Indiquez un DisplayName ou au moins une partie du nom.'],
  },
  'open-balance-of-customer': hasBalance('customer', 'client'),
  'open-balance-of-vendor': hasBalance('vendor', 'fournisseur'),
  'open-balance-of-account': hasBalance('account', 'compte'),
  'deleted-element': business(
    'You cannot modify a list element that has been deleted.',
    'Vous ne pouvez pas modifier un élément de liste qui a été supprimé.',
  ),
  'account-type-missing': {
    code: '6010',
    en: [
      'Invalid Account.AccountType && Account.SubType',
      'Either an Account.AccountType or an Account.AccountSubType must be specified',
    ],
    fr: [
      'Account.AccountType et Account.SubType non valides',
      'Vous devez indiquer un Account.AccountType ou un Account.AccountSubType',
    ],
  },
} as const satisfies Readonly<Record<string, FaultText>>
