import { describe } from '@jest/globals'
import type { FaultRow } from '../../support/book-faults.ts'
import { DUPLICATE, business, create, itRefuses } from '../../support/book-faults.ts'
import { ids } from '../../support/sandbox-books.ts'

describe('What is refused in lists', () => {
  itRefuses([
    ...(['Vendor', 'Employee', 'Customer'] as const).map((entity): FaultRow => ({
      pushed: `${entity} by the name of a customer, in other capitals`,
      push: create(entity, { DisplayName: "AMY'S bird sanctuary" }),
      fault: [
        '6240',
        DUPLICATE,
        'The name supplied already exists. : Another customer, vendor or employee is already using this name. Please use a different name.',
      ],
    })),
    {
      pushed: 'a product by the name of another',
      push: create('Item', { Name: 'design', IncomeAccountRef: { value: ids.sales } }),
      fault: [
        '6240',
        DUPLICATE,
        'The name supplied already exists. : Another product or service is already using this name. Please use a different name.',
      ],
    },
    {
      pushed: 'an account by the name of another',
      push: create('Account', { Name: 'Checking', AccountType: 'Bank' }),
      fault: [
        '6240',
        DUPLICATE,
        'The name supplied already exists. : Another account is already using this name. Please use a different name.',
      ],
    },
    {
      pushed: 'terms by the name of others',
      push: create('Term', { Name: 'Net 30' }),
      fault: [
        '6240',
        DUPLICATE,
        'The name supplied already exists. : Another term is already using this name. Please use a different name.',
      ],
    },
    {
      pushed: 'a payment method Credit Card beside one of another type',
      push: create('PaymentMethod', { Name: 'Credit Card', Type: 'CREDIT_CARD' }),
      fault: ['6240', DUPLICATE, 'The name supplied already exists. : null'],
    },
    {
      pushed: 'a change of an inactive customer',
      push: (sample) => {
        sample.change('Customer', ids.kate, { Active: false })
        return sample.change('Customer', ids.kate, { Notes: 'still there?' })
      },
      fault: business('You cannot modify a list element that has been deleted.'),
    },
    {
      pushed: 'a customer made active that was merged into another',
      push: (sample) => {
        sample.act({ act: 'merge', entity: 'Customer', id: ids.kate, into: ids.amy })
        return sample.change('Customer', ids.kate, { Active: true })
      },
      fault: business('You cannot modify a list element that has been deleted.'),
    },
    {
      pushed: 'a customer made inactive who owes something',
      push: (sample) => sample.change('Customer', ids.amy, { Active: false }),
      fault: [
        '6220',
        'Delete List Has Balance Error',
        'The entity you are trying to delete has an open balance. : This customer cannot be deleted because it has a non-zero balance',
      ],
    },
    {
      pushed: 'a vendor made inactive who is owed something',
      push: (sample) => sample.change('Vendor', ids.nortonLumber, { Active: false }),
      fault: [
        '6220',
        'Delete List Has Balance Error',
        'The entity you are trying to delete has an open balance. : This vendor cannot be deleted because it has a non-zero balance',
      ],
    },
    {
      pushed: 'an account made inactive that holds money',
      push: (sample) => sample.change('Account', ids.checking, { Active: false }),
      fault: [
        '6220',
        'Delete List Has Balance Error',
        'The entity you are trying to delete has an open balance. : This account cannot be deleted because it has a non-zero balance',
      ],
    },
  ])
})
