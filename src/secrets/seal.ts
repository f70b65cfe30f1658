/** Where a secret belongs; it opens nowhere else. */
export interface SealedFor {
  readonly firmId: string
  readonly realmId: string
  readonly field: string
}

/** Seals secrets for storage. */
export interface Seal {
  seal(secret: string, belongs: SealedFor): Promise<string>
  /** Rejects where it was changed, belongs elsewhere, or its key is not known. */
  open(sealed: string, belongs: SealedFor): Promise<string>
  /** Whether it is sealed with a key that is no longer the first. */
  isOld(sealed: string): boolean
}
