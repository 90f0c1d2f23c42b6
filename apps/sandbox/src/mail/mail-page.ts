import { escapeHtml } from '../core/control/escape-html.ts'
import type { ReceivedMail } from './mailbox.ts'

/** A link in a mail can be pressed, as in any mail program. */
function linked(text: string): string {
  return escapeHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" rel="noreferrer">${url}</a>`)
}

function mailArticle({ receivedAt, from, to, subject, text }: ReceivedMail): string {
  const time = new Date(receivedAt).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  return `<section class="wide"><h2>${escapeHtml(subject)}</h2><p>${time} · ${escapeHtml(from)} → <code>${escapeHtml(to.join(', '))}</code></p><pre>${linked(text)}</pre></section>`
}

export function renderMailPage(mails: readonly ReceivedMail[]): string {
  const none =
    '<section class="wide"><p class="empty">还没有邮件。有人注册或更换邮箱时，确认邮件会出现在这里。</p></section>'
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>收件箱 · 墨舟沙盒</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sandbox/control.css">
</head>
<body>
<header><h1>收件箱</h1><p>平台在本机发出的邮件都到这里，不会送到任何人手上。<a href="/__sandbox">回到控制页</a></p></header>
<main>
${mails.length === 0 ? none : mails.map(mailArticle).join('\n')}
</main>
</body>
</html>
`
}
