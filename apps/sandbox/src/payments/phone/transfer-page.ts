import { chinaTime } from '../china-time.ts'
import type { Merchant } from '../merchant.ts'
import type { MerchantRoom } from '../merchant-room.ts'
import { yuan } from '../money.ts'
import type { Transfer } from '../transfer.ts'
import { escapeHtml, page } from './phone-page.ts'

export interface FoundTransfer {
  room: MerchantRoom
  merchant: Merchant
  transfer: Transfer
}

const states: Readonly<Record<Transfer['state'], string>> = {
  waiting: '待确认',
  paid: '已收款',
  failed: '已失效',
  cancelled: '已撤销',
  returned: '已退回',
}

function actions({ transfer }: FoundTransfer): string {
  if (transfer.state !== 'waiting') return ''
  return `<form method="post" action="/payments/phone/transfer">
<input type="hidden" name="code" value="${escapeHtml(transfer.code)}">
<button name="act" value="take" class="main">确认收款</button>
<button name="act" value="refuse" class="quiet">拒绝</button>
</form>`
}

/** Where the payee takes money in the channel's own app, or does not. */
export function transferPage(found: FoundTransfer): string {
  const { room, merchant, transfer } = found
  const rows: [string, string][] = [
    ['付款方', `${room.name} · ${merchant.id}`],
    ['说明', transfer.remark],
    ['收款人', `${transfer.payeeName || '—'} · ${transfer.payee}`],
    ['商户单号', transfer.transferNo],
    ['收款期限', transfer.expiresAt ? chinaTime(transfer.expiresAt) : '—'],
    ...(transfer.endedAt ? ([['结束时间', chinaTime(transfer.endedAt)]] satisfies [string, string][]) : []),
  ]
  return page(
    `${room.name}收款`,
    `<header class="${escapeHtml(room.vendor)}"><span>${escapeHtml(room.name)}</span><span>${states[transfer.state]}</span></header>
<p class="subject">商家给你转账</p>
<p class="amount"><small>¥</small>${yuan(transfer.amountFen)}</p>
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${actions(found)}
<p class="foot"><a href="/payments/phone">扫别的二维码</a></p>`,
  )
}
