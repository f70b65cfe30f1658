const MASK = '•••'

/** What precedes a secret, and the secret: tokens, keys and passwords as headers, bodies, URLs and logs show them. */
const SECRETS: readonly RegExp[] = [
  /(\b(?:Bearer|Basic)\s+)[\w.~+/=-]{8,4096}/giu,
  /(\bToken expired:\s{0,4})[\w.~+/=-]{8,4096}/giu,
  /(\btoken not found:\s{0,4})[\w.~+/=-]{8,4096}/giu,
  /(\b(?:access_?token|refresh_?token|id_?token|client_?secret|api_?key|password|passwd|secret|authorization)\\{0,4}["']?\s{0,4}(?:=>|[:=])\s{0,4}\\{0,4}["']?)(?!Bearer\b|Basic\b)[\w.~+/=-]{6,4096}/giu,
  // Intuit's access tokens are JSON web tokens, plain or encrypted; its refresh tokens begin like this.
  /()\beyJ[\w-]{8,4096}(?:\.[\w-]{0,4096}){1,4}/gu,
  /()\b(?:AB11|RT1)[\w-]{20,256}/gu,
  /()\b(?:sk|pk|rk)_(?:live|test)_\w{8,256}/gu,
]

// One look tells for most texts that there is nothing to mask.
const SIGN = /bearer|basic|token|secret|key|passw|authorization|eyj|ab11|rt1|_live_|_test_/iu

/** A text without the secrets that failures are full of; what stood round them stays. */
export function maskSecrets(text: string): string {
  if (!SIGN.test(text)) return text
  return SECRETS.reduce(
    (masked, secret) => masked.replace(secret, (_match, before: string) => `${before}${MASK}`),
    text,
  )
}
