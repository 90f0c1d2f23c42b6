import type { Locale } from '@mozhou/contracts/accounts/locales'
import { verificationHours } from './open-verification.ts'

/** Plain text, in the account's language; Chinese where it has chosen none. */
export function verificationMail(locale: Locale | null, link: string): { subject: string; text: string } {
  return locale === 'en' ? english(link) : chinese(link)
}

const chinese = (link: string) => ({
  subject: '墨舟：确认你的邮箱',
  text: `你好，\n\n请在 ${verificationHours} 小时内打开下面的链接，确认这是你的邮箱。链接只能用一次：\n\n${link}\n\n如果你没有注册墨舟，请忽略这封邮件，什么都不会发生。\n`,
})

const english = (link: string) => ({
  subject: 'Mozhou: confirm your email address',
  text: `Hello,\n\nopen this link within ${verificationHours} hours to confirm that this address is yours. It works once:\n\n${link}\n\nIf you did not sign up for Mozhou, ignore this mail and nothing happens.\n`,
})
