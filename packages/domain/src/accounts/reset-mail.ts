import type { Locale } from '@mozhou/contracts/accounts/locales'
import { resetMinutes } from './request-password-reset.ts'

/** Plain text, in the account's language; Chinese where it has chosen none. */
export function resetMail(locale: Locale | null, link: string): { subject: string; text: string } {
  return locale === 'en' ? english(link) : chinese(link)
}

const chinese = (link: string) => ({
  subject: '墨舟：重设密码',
  text: `你好，\n\n有人为你的账号申请了重设密码。请在 ${resetMinutes} 分钟内打开下面的链接，设置新密码。链接只能用一次，用过之后所有设备都要重新登录：\n\n${link}\n\n如果不是你本人申请的，请忽略这封邮件，密码不会改变。\n`,
})

const english = (link: string) => ({
  subject: 'Mozhou: set a new password',
  text: `Hello,\n\nsomebody asked for a new password for your account. Open this link within ${resetMinutes} minutes to set one. It works once, and every device has to sign in again afterwards:\n\n${link}\n\nIf it was not you, ignore this mail: nothing happens to your password.\n`,
})
