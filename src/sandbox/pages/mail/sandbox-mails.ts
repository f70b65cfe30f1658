/** A mail to somebody of the demo firm. */
export interface SandboxMail {
  readonly id: string
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The mails to people of the demo firm, which go nowhere else. */
export interface SandboxMails {
  /** The newest first. */
  readonly newest: (limit: number) => Promise<readonly SandboxMail[]>
  readonly read: (id: string) => Promise<SandboxMail | undefined>
}
