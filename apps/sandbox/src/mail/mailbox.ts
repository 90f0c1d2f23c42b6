import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  receivedAt: string
  from: string
  /** The recipients of the envelope: whom it was really handed over for. */
  to: string[]
  subject: string
  text: string
}

export interface Mailbox {
  /** Newest first; of one recipient where `to` is given. */
  list(to?: string): readonly ReceivedMail[]
  clear(): void
  /** Takes mail for anybody, without a password, until `close`. Gives the port. */
  listen(at: { host: string; port: number }): Promise<number>
  close(): Promise<void>
}

const kept = 200
const maxBytes = 1024 * 1024

/** A mail server that delivers nothing and shows everything. */
export function createMailbox(): Mailbox {
  let mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: maxBytes,
    onData(stream, { envelope }, done) {
      simpleParser(stream, (error, parsed) => {
        if (!parsed) return done(error instanceof Error ? error : new Error('not a mail'))
        const { from, subject, text } = parsed
        const to = envelope.rcptTo.map(({ address }) => address)
        const mail = { from: from?.text ?? '', to, subject: subject ?? '', text: text ?? '' }
        mails = [{ receivedAt: new Date().toISOString(), ...mail }, ...mails].slice(0, kept)
        done()
      })
    },
  })
  return {
    list: (to) => (to === undefined ? mails : mails.filter((mail) => mail.to.includes(to))),
    clear: () => void (mails = []),
    async listen({ host, port }) {
      const listening = server.listen(port, host)
      await once(listening, 'listening')
      const address = listening.address()
      return typeof address === 'object' && address !== null ? address.port : port
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
