export interface Mail {
  /** Makes the Message-ID: a mail that is handed over twice is known for the same one. */
  id?: string
  to: string
  subject: string
  /** Plain text. */
  text: string
  /** The same for programs that show it; it loads nothing. */
  html?: string
}

export interface Mailer {
  /**
   * Hands a mail over. `refused`: this address will never take it, and trying again is no use.
   * @throws MailError when it may work later
   */
  send(mail: Mail): Promise<'sent' | 'refused'>
  close(): void
}

/** The mail server cannot be reached, or asks to be left alone for now. Its words name the address, so they are not in the message. */
export class MailError extends Error {
  override name = 'MailError'
  readonly code: string

  constructor(code: string) {
    super(`mail could not be handed over: ${code}`)
    this.code = code
  }
}
