import type { FaultText } from './fault-text.ts'

/** QuickBooks tells what it cannot parse in English, whatever the company's language. */
function untranslated(code: string, message: string, detail: string): FaultText {
  return { code, en: [message, detail], fr: [message, detail] }
}

/** What the specification of the API refuses. */
export const specificationTexts = {
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
} as const satisfies Readonly<Record<string, FaultText>>
