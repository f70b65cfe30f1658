/** Somebody else has taken over the action; whoever is told so stops at once. */
export class LeaseLost extends Error {}
