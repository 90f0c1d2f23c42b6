import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { NotificationText } from '@mozhou/contracts/notifications/words'

interface NoticeMail {
  subject: string
  text: string
  html: string
}

interface NoticeParts {
  text: NotificationText
  link: string
  /** Where such mails are switched off; null for those that cannot be. */
  settingsLink: string | null
}

const frames: Readonly<Record<Locale, { brand: string; hello: string; off: string }>> = {
  'zh-CN': { brand: '墨舟', hello: '你好，', off: '不想再收到这类邮件，可在设置里关闭：' },
  en: { brand: 'Mozhou', hello: 'Hello,', off: 'Such mails can be switched off in settings:' },
}

/** One mail in two forms that say the same: plain text, and HTML without pictures, scripts or anything fetched. */
export function noticeMail(
  locale: Locale,
  { text: { title, body, action }, link, settingsLink }: NoticeParts,
): NoticeMail {
  const { brand, hello, off } = frames[locale]
  const footer = settingsLink === null ? '' : `\n--\n${off}${settingsLink}\n`
  const footerHtml =
    settingsLink === null
      ? ''
      : `<p style="margin:24px 0 0;color:#6b7280;font-size:12px">${escape(off)}<a href="${escape(settingsLink)}">${escape(settingsLink)}</a></p>`
  return {
    subject: `${brand}${locale === 'en' ? ': ' : '：'}${title}`,
    text: `${hello}\n\n${title}\n\n${body}\n\n${action}: ${link}\n${footer}`,
    html: `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;font:15px/1.7 sans-serif;color:#1f2937">
<p style="margin:0 0 16px">${escape(hello)}</p><h1 style="margin:0 0 8px;font-size:18px">${escape(title)}</h1>
<p style="margin:0 0 16px">${escape(body)}</p><p style="margin:0"><a href="${escape(link)}">${escape(action)}</a></p>${footerHtml}</body></html>`,
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
