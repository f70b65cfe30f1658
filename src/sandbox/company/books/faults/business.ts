import type { FaultText } from './fault-text.ts'

/** A rule of the product itself: all of them have one code, and their detail says which. */
export function business(en: string, fr: string): FaultText {
  return {
    code: '6000',
    en: [
      'A business validation error has occurred while processing your request',
      `Business Validation Error: ${en}`,
    ],
    fr: [
      "Une erreur de validation de l'entreprise s'est produite pendant le traitement de votre demande",
      `Erreur de validation de l'entreprise : ${fr}`,
    ],
  }
}
