import { chinaTime } from '../china-time.ts'
import type { Merchant } from '../merchant.ts'
import type { MerchantRoom } from '../merchant-room.ts'
import { yuan } from '../money.ts'
import { isPastTime, totalFen, type Trade } from '../trade.ts'

export interface Found {
  room: MerchantRoom
  merchant: Merchant
  trade: Trade
}

export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? '')
}

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 墨舟沙盒</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/payments/phone/phone.css">
</head>
<body>
<main class="phone">
<p class="notice">沙盒里的买家手机：不动真钱</p>
${body}
</main>
</body>
</html>
`
}

function stateWords({ merchant, trade }: Found): string {
  if (trade.refunds.length > 0) return '发生过退款'
  if (trade.paidAt) return '已付款'
  if (trade.state === 'closed') return '已关闭'
  return isPastTime(trade, merchant.clock.now()) ? '已过期' : '待付款'
}

const linkOf = ({ trade }: Found) => `/payments/phone?code=${encodeURIComponent(trade.code)}`

function recentList(recent: readonly Found[]): string {
  if (recent.length === 0) return '<p class="soft">还没有订单。在商家页面下单，把二维码的内容贴到上面。</p>'
  const item = (found: Found) =>
    `<li><a href="${escapeHtml(linkOf(found))}"><span><b>${escapeHtml(found.trade.subject)}</b><small>${escapeHtml(found.room.name)} · ${escapeHtml(found.trade.orderNo)}</small></span><span class="end"><b>¥${yuan(totalFen(found.trade))}</b><small>${stateWords(found)}</small></span></a></li>`
  return `<ul class="recent">${recent.map(item).join('')}</ul>`
}

/** Where a code is entered instead of scanned. */
export function scanPage(recent: readonly Found[], unknown: string | null): string {
  const missing = unknown === null ? '' : `<p class="bad" role="alert">没有这个二维码或订单：${escapeHtml(unknown)}</p>`
  return page(
    '扫一扫',
    `<h1>扫一扫</h1>
<form method="get" action="/payments/phone">
<label for="code">二维码内容或订单号</label>
<input id="code" name="code" required autocomplete="off" spellcheck="false" placeholder="把二维码的内容贴在这里">
<button>打开</button>
</form>
${missing}
<h2>最近的订单</h2>
${recentList(recent)}`,
  )
}

const ends: Readonly<Record<string, [tone: 'good' | 'bad', words: string]>> = {
  paid: ['good', '付款成功'],
  already_paid: ['bad', '这笔订单已经付过了；通知又发了一次'],
  expired: ['bad', '二维码已过期'],
  closed: ['bad', '交易已关闭'],
  refused: ['bad', '已取消付款'],
}

function endLine(end: string | null): string {
  const told = ends[end ?? '']
  return told ? `<p class="${told[0]}" role="status">${told[1]}</p>` : ''
}

function hidden(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('')
}

function payForm(found: Found, back: string): string {
  const button = (act: string, words: string, kind: string) =>
    `<button name="act" value="${act}" class="${kind}">${words}</button>`
  const faults = found.room.noticeFaults.map(({ name, title }) => `<option value="${name}">${title}</option>`).join('')
  return `<form method="post" action="/payments/phone/act">
${hidden({ code: found.trade.code, return: back })}
${button('pay', '确认付款', 'main')}
${button('refuse', '取消', 'quiet')}
<details>
<summary>演练异常</summary>
<label for="notice">商家收到的通知</label>
<select id="notice" name="notice"><option value="">照常</option>${faults}</select>
<div class="drills">
${button('pay-late', '过期后仍付', 'quiet')}
${button('pay-less', '少付一分', 'quiet')}
${button('pay-twice', '连付两次', 'quiet')}
</div>
</details>
</form>`
}

function facts({ room, merchant, trade }: Found): string {
  const rows: [string, string][] = [
    ['收款方', `${room.name} · ${merchant.id}`],
    ['订单号', trade.orderNo],
    ['下单时间', chinaTime(trade.createdAt)],
    ['付款期限', trade.expiresAt ? chinaTime(trade.expiresAt) : '—'],
    ...(trade.paidAt ? ([['付款时间', chinaTime(trade.paidAt)]] satisfies [string, string][]) : []),
    ...trade.refunds.map(({ amountFen, state }): [string, string] => ['退款', `¥${yuan(amountFen)}（${state}）`]),
  ]
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`
}

/** The cashier on the payer's phone. */
export function tradePage(found: Found, { end, back }: { end: string | null; back: string }): string {
  const { room, trade } = found
  const isOpen = trade.paidAt === null
  const isHttp = /^https?:\/\//.test(back)
  return page(
    `${room.name}付款`,
    `<header class="${escapeHtml(room.vendor)}"><span>${escapeHtml(room.name)}</span><span>${stateWords(found)}</span></header>
${endLine(end)}
<p class="subject">${escapeHtml(trade.subject)}</p>
<p class="amount"><small>¥</small>${yuan(totalFen(trade))}</p>
${facts(found)}
${isOpen ? payForm(found, back) : ''}
${!isOpen && isHttp ? `<a class="main" href="${escapeHtml(back)}">返回商家</a>` : ''}
${isOpen ? '' : `<form method="post" action="/payments/phone/act">${hidden({ code: trade.code, return: back })}<button name="act" value="pay" class="quiet">再付一次</button></form>`}
<p class="foot"><a href="/payments/phone">扫别的二维码</a></p>`,
  )
}
