export interface Mail {
  to: string
  subject: string
  /** Plain text. */
  text: string
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
