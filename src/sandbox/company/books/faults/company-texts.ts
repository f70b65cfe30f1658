import type { FaultText } from './fault-text.ts'

/** What the state of the company refuses. */
export const companyTexts = {
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
} as const satisfies Readonly<Record<string, FaultText>>
