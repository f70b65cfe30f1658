/** A sealed secret that cannot be opened. `elsewhere`: it belongs to another firm, realm or field. */
export class SealError extends Error {
  override readonly name = 'SealError'
  readonly reason: 'changed' | 'elsewhere' | 'key-unknown'

  constructor(reason: SealError['reason']) {
    super(MESSAGES[reason])
    this.reason = reason
  }
}

const MESSAGES: Readonly<Record<SealError['reason'], string>> = {
  changed: 'A sealed secret was changed.',
  elsewhere: 'A sealed secret was found where it does not belong.',
  'key-unknown': 'A secret is sealed with a key that is not among SECRET_KEY.',
}
