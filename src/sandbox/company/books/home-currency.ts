/** The only currency of the books. */
export const homeCurrency = { value: 'USD', name: 'United States Dollar' } as const
