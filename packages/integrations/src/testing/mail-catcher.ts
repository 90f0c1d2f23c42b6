import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  to: string
  /** As it came over the wire, headers and all. */
  source: string
}

export interface MailCatcher {
  url: string
  mails: CaughtMail[]
  /** What the next recipients are answered instead of being taken, e.g. 550. */
  refuseWith(responseCode: number | null): void
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it is given. */
export async function startMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo(address, _session, done) {
      if (refusal === null) return done()
      done(Object.assign(new Error(`no mail for ${address.address}`), { responseCode: refusal }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.once('error', done)
      stream.once('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        mails.push({ to, source: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (responseCode) => {
      refusal = responseCode
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
