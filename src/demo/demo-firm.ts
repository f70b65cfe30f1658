/** The firm to try things on, and its owner. */
export const demoFirm = { id: 'demo', ownerId: 'ada' } as const
