import type { StarterEntry } from './starter-entry.ts'

type Item = readonly [
  id: string,
  name: string,
  type: string,
  description: string,
  price: number,
  income: string,
]

const items: readonly Item[] = [
  ['1', 'Services', 'Service', '', 0, '1'],
  ['2', 'Hours', 'Service', '', 0, '1'],
  ['3', 'Concrete', 'Service', 'Concrete for fountain installation', 0, '48'],
  ['4', 'Design', 'Service', 'Custom Design', 75, '82'],
  ['5', 'Rock Fountain', 'NonInventory', 'Rock Fountain', 275, '79'],
  ['6', 'Gardening', 'Service', 'Weekly Gardening Service', 0, '45'],
  ['7', 'Installation', 'Service', 'Installation of landscape design', 50, '51'],
  ['8', 'Lighting', 'Service', 'Garden Lighting', 0, '48'],
  ['9', 'Maintenance & Repair', 'Service', 'Maintenance & Repair', 0, '52'],
  ['10', 'Pest Control', 'Service', 'Pest Control Services', 35, '54'],
  ['11', 'Pump', 'NonInventory', 'Fountain Pump', 15, '79'],
  ['13', 'Rocks', 'Service', 'Garden Rocks', 0, '49'],
  ['14', 'Sod', 'Service', 'Sod', 0, '49'],
  ['15', 'Soil', 'Service', '2 cubic ft. bag', 10, '49'],
  ['16', 'Sprinkler Heads', 'NonInventory', 'Sprinkler Heads', 2, '79'],
  ['17', 'Sprinkler Pipes', 'NonInventory', 'Sprinkler Pipes', 4, '79'],
  ['18', 'Trimming', 'Service', 'Tree and Shrub Trimming', 35, '45'],
]

const terms: readonly (readonly [id: string, name: string, dueDays: number])[] = [
  ['1', 'Due on receipt', 0],
  ['2', 'Net 15', 15],
  ['3', 'Net 30', 30],
  ['4', 'Net 60', 60],
]

const CARD = 'CREDIT_CARD'
const OTHER = 'NON_CREDIT_CARD'

/** "Credit Card" is none, as in many a company that made it by hand. */
const methods: readonly (readonly [id: string, name: string, type: string])[] = [
  ['1', 'Cash', OTHER],
  ['2', 'Check', OTHER],
  ['3', 'Visa', CARD],
  ['4', 'MasterCard', CARD],
  ['5', 'Discover', CARD],
  ['6', 'American Express', CARD],
  ['7', 'Diners Club', CARD],
  ['8', 'Credit Card', OTHER],
]

/** Products and services, terms and payment methods. */
export const starterLists: readonly StarterEntry[] = [
  ...terms.map(([id, Name, DueDays]): StarterEntry => ({ entity: 'Term', id, body: { Name, DueDays } })),
  ...methods.map(([id, Name, Type]): StarterEntry => ({ entity: 'PaymentMethod', id, body: { Name, Type } })),
  ...items.map(([id, Name, Type, Description, UnitPrice, income]): StarterEntry => ({
    entity: 'Item',
    id,
    body: {
      Name,
      Type,
      UnitPrice,
      IncomeAccountRef: { value: income },
      ...(Description !== '' && { Description }),
    },
  })),
]
