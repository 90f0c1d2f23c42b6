import type { RegistrationDto } from '@mozhou/contracts/accounts/answers'
import type { Api } from './api-client.ts'
import { until } from './until.ts'

export interface ReceivedMail {
  subject: string
  text: string
}

/** Mails that the sandbox at `url` took for one address, newest first. */
export async function mailsTo(url: string, address: string): Promise<ReceivedMail[]> {
  const response = await fetch(`${url}/__sandbox/mail/messages?to=${encodeURIComponent(address)}`)
  if (!response.ok) throw new Error(`the sandbox's mailbox: ${response.status}`)
  const { messages } = (await response.json()) as { messages: ReceivedMail[] }
  return messages
}

/** The link's token, once the mail is there. */
export function verificationToken(url: string, address: string): Promise<string> {
  return until(`a mail to verify ${address}`, async () => {
    const [mail] = await mailsTo(url, address)
    return /\/verify-email#([\w-]{43})/.exec(mail?.text ?? '')?.[1]
  })
}

/** The token of a link to a new password, once the mail is there. */
export function resetToken(url: string, address: string): Promise<string> {
  return until(`a mail to reset the password of ${address}`, async () => {
    const mails = await mailsTo(url, address)
    return mails.map(({ text }) => /\/reset-password#([\w-]{43})/.exec(text)?.[1]).find((token) => token !== undefined)
  })
}

/** The mail whose subject says this, once it is there. */
export function mailAbout(url: string, address: string, subject: string): Promise<ReceivedMail> {
  return until(`a mail to ${address}: ${subject}`, async () =>
    (await mailsTo(url, address)).find((mail) => mail.subject.includes(subject)),
  )
}

/** Somebody new with their gift: where addresses are verified, by the link in their mail. */
export async function registerVerified(
  api: Api,
  sandboxUrl: string,
  account: Parameters<Api['register']>[0],
): Promise<RegistrationDto> {
  const registration = await api.register(account)
  if (registration.signupGift.status === 'awaiting_email') {
    await api.verifyEmail({ token: await verificationToken(sandboxUrl, account.email) })
  }
  return registration
}
