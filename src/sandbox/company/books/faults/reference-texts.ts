import { business } from './business.ts'
import type { FaultText } from './fault-text.ts'

const INACTIVE =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees."
const INACTIVE_FR =
  'Un élément que vous tentez d’utiliser a été rendu inactif. Vérifiez les champs contenant des comptes, des clients, des articles, des fournisseurs ou des employés.'

function invalidReference(en: string, fr: string): FaultText {
  return {
    code: '2500',
    en: ['Invalid Reference Id', `Invalid Reference Id : ${en}`],
    fr: ['ID de référence non valide', `ID de référence non valide : ${fr}`],
  }
}

function notFound(en: string, fr: string): FaultText {
  return {
    code: '610',
    en: ['Object Not Found', `Object Not Found : ${en}`],
    fr: ['Objet introuvable', `Objet introuvable : ${fr}`],
  }
}

/** What is wrong with what a request refers to. */
export const referenceTexts = {
  'item-reference': invalidReference('{path}', '{path}'),
  category: invalidReference(
    'Categories cannot be used in transactions.',
    'Les catégories ne peuvent pas être utilisées dans les opérations.',
  ),
  'element-not-found': invalidReference(
    '{list} element id {id} not found',
    '{list} element id {id} not found',
  ),
  'inactive-reference': invalidReference(INACTIVE, INACTIVE_FR),
  'restore-customer': invalidReference(
    'Customer assigned to this transaction has been deleted. Before you can modify this transaction, you must restore {customer}.',
    'Le client affecté à cette opération a été supprimé. Avant de pouvoir modifier cette opération, vous devez restaurer {customer}.',
  ),
  'restore-item': invalidReference(
    'Product/Service assigned to this transaction has been deleted. Before you can modify this transaction, you must restore {item}.',
    'Le produit ou service affecté à cette opération a été supprimé. Avant de pouvoir modifier cette opération, vous devez restaurer {item}.',
  ),
  'inactive-object': notFound(INACTIVE, INACTIVE_FR),
  'deleted-transaction': notFound(
    'Another user has deleted this transaction.',
    'Un autre utilisateur a supprimé cette opération.',
  ),
  'deleted-customer': {
    code: '6250',
    en: [
      'Invalid Customer',
      'The customer you have specified has been deleted. You cannot create or edit a transaction with a deleted customer.',
    ],
    fr: [
      'Client non valide',
      'Le client que vous avez indiqué a été supprimé. Vous ne pouvez pas créer ni modifier une opération avec un client supprimé.',
    ],
  },
  'invalid-parent': {
    code: '700',
    en: ['Parent Reference Invalid', "The parent isn't a valid reference"],
    fr: ['Référence parent non valide', "Le parent n'est pas une référence valide"],
  },
  'cannot-be-linked': {
    code: '620',
    en: ['Txn ID Cannot Be Linked', "The Txn ID ({id}) you are trying to use can't be linked"],
    fr: [
      "L'ID de l'opération ne peut pas être lié",
      "L'ID de l'opération ({id}) que vous tentez d'utiliser ne peut pas être lié",
    ],
  },
  'stale-object': {
    code: '5010',
    en: [
      'Stale Object Error',
      'Stale Object Error : You and {user} were working on this at the same time. {user} finished before you did, so your work was not saved.',
    ],
    fr: [
      'Erreur : objet périmé',
      "Erreur : objet périmé : {user} et vous avez travaillé sur cet élément en même temps. {user} a terminé avant vous; votre travail n'a donc pas été enregistré.",
    ],
  },
  'wrong-kind-of-name': business(
    'The type of name assigned to this transaction (client, vendor, employee) is wrong',
    'Le type de nom affecté à cette opération (client, fournisseur, employé) est incorrect',
  ),
} as const satisfies Readonly<Record<string, FaultText>>
