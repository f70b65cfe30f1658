import type { ConfigFault } from './config.ts'

/** Variables that mean nothing without others, each with those of which one is needed. */
const NEEDS: readonly (readonly [variable: string, others: readonly string[]])[] = [
  ['INTUIT_CLIENT_ID', ['INTUIT_CLIENT_SECRET']],
  ['INTUIT_CLIENT_ID', ['SECRET_KEY', 'SECRET_KEY_FILE']],
  ['INTUIT_CLIENT_SECRET', ['INTUIT_CLIENT_ID']],
  ['INTUIT_REDIRECT_URI', ['INTUIT_CLIENT_ID']],
  ['INTUIT_WEBHOOK_VERIFIER', ['INTUIT_CLIENT_ID']],
  ['INTUIT_API_URL', ['INTUIT_DISCOVERY_URL']],
  ['INTUIT_API_URL', ['INTUIT_CLIENT_ID']],
  ['INTUIT_DISCOVERY_URL', ['INTUIT_API_URL']],
  ['INTUIT_DISCOVERY_URL', ['INTUIT_CLIENT_ID']],
  // Intuit itself allows what it allows.
  ['INTUIT_REQUESTS_PER_MINUTE', ['INTUIT_API_URL']],
]

/** The variables that are set in vain, each with all that it lacks. */
export function lackingVariables(set: Readonly<Record<string, string | undefined>>): readonly ConfigFault[] {
  const isSet = (variable: string) => set[variable] !== undefined
  const lacking = new Map<string, string[]>()
  for (const [variable, others] of NEEDS) {
    if (!isSet(variable) || others.some(isSet)) continue
    lacking.set(variable, [...(lacking.get(variable) ?? []), others.join(' or ')])
  }
  return [...lacking].map(([variable, others]) => ({ variable, reason: `needs ${others.join(' and ')}` }))
}
