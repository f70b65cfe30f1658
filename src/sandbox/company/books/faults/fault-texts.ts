import type { Language } from '../../../../domain/language.ts'

interface FaultText {
  readonly code: string
  /** Message and detail; `{name}` is a place for a value. */
  readonly en: readonly [message: string, detail: string | null]
  readonly fr: readonly [message: string, detail: string | null]
}

const BUSINESS = 'A business validation error has occurred while processing your request'
const BUSINESS_FR =
  "Une erreur de validation de l'entreprise s'est produite pendant le traitement de votre demande"
const INACTIVE =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees."
const INACTIVE_FR =
  'Un élément que vous tentez d’utiliser a été rendu inactif. Vérifiez les champs contenant des comptes, des clients, des articles, des fournisseurs ou des employés.'

/** A rule of the product itself: all of them have one code, and their text says which. */
function business(en: string, fr: string): FaultText {
  return {
    code: '6000',
    en: [BUSINESS, `Business Validation Error: ${en}`],
    fr: [BUSINESS_FR, `Erreur de validation de l'entreprise : ${fr}`],
  }
}

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

function invalidAccountType(en: string, fr: string): FaultText {
  return {
    code: '6430',
    en: ['Invalid account type used', `Invalid account type: ${en}`],
    fr: ['Type de compte non valide utilisé', `Type de compte non valide : ${fr}`],
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

/** QuickBooks tells what it cannot parse in English, whatever the company's language. */
function untranslated(code: string, message: string, detail: string | null): FaultText {
  return { code, en: [message, detail], fr: [message, detail] }
}

/**
 * The words of QuickBooks. English ones as samples and Intuit's pages print them, except where none is known (6080,
 * 6200, 6420, the list of 6240 for items, accounts and terms); of the French ones few were ever seen printed.
 */
export const faultTexts = {
  'unsupported-operation': untranslated(
    '500',
    'Unsupported Operation',
    'Operation {operation} is not supported.',
  ),
  'unreadable-body': untranslated(
    '2010',
    'Request has invalid or unsupported property',
    'Property Name:failed to parse json object; a property specified is unsupported or invalid',
  ),
  'unknown-property': untranslated(
    '2010',
    'Request has invalid or unsupported property',
    'Property Name:Unrecognized field "{property}" (class com.intuit.schema.finance.v3.{class}), not marked as ignorable ({count} known properties: {known}) specified is unsupported or invalid',
  ),
  // Intuit's server cuts the name of the class that it could not make.
  'wrong-type': untranslated(
    '2010',
    'Request has invalid or unsupported property',
    'Property Name:Can not construct instance of java.m specified is unsupported or invalid',
  ),
  'missing-parameter': {
    code: '2020',
    en: [
      'Required param missing, need to supply the required value for the API',
      'Required parameter {parameter} is missing in the request',
    ],
    fr: [
      "Paramètre requis manquant; vous devez fournir la valeur requise pour l'API",
      'Le paramètre requis {parameter} est manquant dans la demande',
    ],
  },
  'invalid-id': {
    code: '2030',
    en: ['Invalid ID', 'Id should be a valid number. Supplied value:{value}'],
    fr: ['ID non valide', "L'ID doit être un numéro valide. Valeur fournie :{value}"],
  },
  'invalid-characters': {
    code: '2040',
    en: [
      'Invalid String. The String may contain unsupported or illegal chars',
      'Element contains invalid characters. {value}',
    ],
    fr: [
      'Chaîne non valide. La chaîne peut contenir des caractères non pris en charge ou interdits',
      "L'élément contient des caractères non valides. {value}",
    ],
  },
  'string-length': {
    code: '2050',
    en: [
      'String length is either shorter or longer than supported by specification',
      'String length specified does not match the supported length. Min:{min} Max:{max} supported. Supplied length:{length}',
    ],
    fr: [
      'La longueur de la chaîne est inférieure ou supérieure à celle prévue par la spécification',
      'La longueur de chaîne indiquée ne correspond pas à la longueur prise en charge. Min:{min} Max:{max} pris en charge. Longueur fournie:{length}',
    ],
  },
  'date-format': {
    code: '2060',
    en: ['Invalid Date Format', 'Invalid Date Format : {value}'],
    fr: ['Format de date non valide', 'Format de date non valide : {value}'],
  },
  date: {
    code: '2070',
    en: ['Invalid Date', 'Invalid Date : {value}'],
    fr: ['Date non valide', 'Date non valide : {value}'],
  },
  number: {
    code: '2090',
    en: ['Invalid Number', 'Invalid Number : {value}'],
    fr: ['Nombre non valide', 'Nombre non valide : {value}'],
  },
  enumeration: {
    code: '2170',
    en: ['Invalid Enumeration', 'Invalid Enumeration : {value}'],
    fr: ['Énumération non valide', 'Énumération non valide : {value}'],
  },
  'web-address': {
    code: '2200',
    en: ['Malformed Website Address Format', 'Supplied value: {value}'],
    fr: ["Format d'adresse de site Web incorrect", 'Valeur fournie : {value}'],
  },
  email: {
    code: '2210',
    en: ['Invalid Email Address Format', "The email address doesn't conform to RFC 822 format. {value}"],
    fr: [
      "Format d'adresse de courriel non valide",
      "L'adresse de courriel n'est pas conforme au format RFC 822. {value}",
    ],
  },

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
  'wrong-kind-of-name': business(
    'The type of name assigned to this transaction (client, vendor, employee) is wrong',
    'Le type de nom affecté à cette opération (client, fournisseur, employé) est incorrect',
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
  'missing-item-accounts': {
    code: '2020',
    en: [
      'Required param missing, need to supply the required value for the API',
      'Required parameter ExpenseAccountRef or IncomeAccountRef is missing in the request',
    ],
    fr: [
      "Paramètre requis manquant; vous devez fournir la valeur requise pour l'API",
      'Le paramètre requis ExpenseAccountRef ou IncomeAccountRef est manquant dans la demande',
    ],
  },
  'missing-asset-account': {
    code: '2020',
    en: [
      'Required param missing, need to supply the required value for the API',
      'Required parameter is missing in the request. An inventory assetaccount is required if you are tracking inventory quantities for this product.',
    ],
    fr: [
      "Paramètre requis manquant; vous devez fournir la valeur requise pour l'API",
      "Un paramètre requis est manquant dans la demande. Un compte d'actif de stock est requis si vous suivez les quantités en stock de ce produit.",
    ],
  },

  'subscription-ended': {
    code: '6190',
    en: [
      'Invalid Company Status',
      "Subscription period has ended or canceled or there was a billing problem : You can't add data to QuickBooks Online Plus because your trial or subscription period ended, you canceled your subscription, or there was a billing problem.",
    ],
    fr: [
      "État de l'entreprise non valide",
      "La période d'abonnement est terminée ou annulée, ou il y a eu un problème de facturation : Vous ne pouvez pas ajouter de données à QuickBooks en ligne Plus, car votre période d'essai ou d'abonnement est terminée, vous avez annulé votre abonnement ou il y a eu un problème de facturation.",
    ],
  },
  'period-closed': {
    code: '6200',
    en: [
      'Account Period Closed',
      'The account period has closed. The transaction date is prior to the closing date',
    ],
    fr: [
      'Période comptable close',
      "La période comptable est close. La date de l'opération est antérieure à la date de clôture",
    ],
  },
  // The doubled word is QuickBooks' own.
  'period-closed-by-password': {
    code: '6210',
    en: [
      'Account Period Closed, Cannot Update Through Services API',
      'The account period has closed and the account books cannot be updated through through the QBO Services API. Please use the QBO website to make these changes.',
    ],
    fr: [
      "Période comptable close; mise à jour impossible par l'API des services",
      "La période comptable est close et les livres ne peuvent pas être mis à jour par l'API des services de QBO. Veuillez utiliser le site Web de QBO pour apporter ces modifications.",
    ],
  },
  deposited: {
    code: '6540',
    en: [
      'Deposited Transaction cannot be changed',
      'This transaction has been deposited. If you want to change or delete it, you must edit the deposit it appears on and remove it first.',
    ],
    fr: [
      'Une opération déposée ne peut pas être modifiée',
      "Cette opération a été déposée. Si vous voulez la modifier ou la supprimer, vous devez d'abord modifier le dépôt où elle figure et l'en retirer.",
    ],
  },
} as const satisfies Readonly<Record<string, FaultText>> &
  Readonly<Record<string, Readonly<Record<Language, unknown>>>>

export type FaultName = keyof typeof faultTexts
