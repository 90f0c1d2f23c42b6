import { createTransport } from 'nodemailer'
import { MailError } from './port.ts'
import type { Mailer } from './port.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps:`. */
  url: string
  from: string
  /** Every wait for the server ends after so long. */
  timeoutMs: number
}

/** Over SMTP or SMTPS. */
export function createSmtpMailer({ timeoutMs, ...options }: SmtpOptions): Mailer {
  const transport = createTransport({
    url: options.url,
    // A password goes to a server that proves itself, or nowhere.
    requireTLS: new URL(options.url).password !== '',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // Nothing is read from files or fetched on a mail's word.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, ...words }) {
      try {
        const messageId = id === undefined ? {} : { messageId: `<${id}@${hostOf(options.from)}>` }
        await transport.sendMail({ from: options.from, to: { name: '', address: to }, ...messageId, ...words })
        return 'sent'
      } catch (cause) {
        const { code, responseCode } = factsOf(cause)
        // The server's answer to the recipient: 5xx is for good (RFC 5321, section 4.2.1).
        if (code === 'EENVELOPE' && responseCode !== null && responseCode >= 500) return 'refused'
        throw new MailError(responseCode === null ? code : `${code} ${responseCode}`)
      }
    },
    close: () => transport.close(),
  }
}

/** `mozhou.example` of `墨舟 <no-reply@mozhou.example>`. */
function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
}

function factsOf(cause: unknown): { code: string; responseCode: number | null } {
  if (!(cause instanceof Error)) return { code: 'unknown', responseCode: null }
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
  const responseCode = 'responseCode' in cause && typeof cause.responseCode === 'number' ? cause.responseCode : null
  return { code, responseCode }
}
