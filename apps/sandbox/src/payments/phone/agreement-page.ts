import type { Agreement } from '../agreement.ts'
import { chinaTime } from '../china-time.ts'
import type { Merchant } from '../merchant.ts'
import type { MerchantRoom } from '../merchant-room.ts'
import { yuan } from '../money.ts'
import { escapeHtml, page } from './phone-page.ts'

export interface FoundAgreement {
  room: MerchantRoom
  merchant: Merchant
  agreement: Agreement
}

const states = { offered: '待签约', active: '已开通', ended: '已关闭' } as const
const units = { DAY: '天', MONTH: '个月' } as const

function actions({ agreement }: FoundAgreement, back: string): string {
  const button = (act: string, words: string, kind: string) =>
    `<button name="act" value="${act}" class="${kind}">${words}</button>`
  const act = {
    offered: button('sign', '同意协议并开通', 'main'),
    active: button('end', '关闭自动扣款', 'quiet'),
    ended: '',
  }[agreement.state]
  if (act === '') return ''
  return `<form method="post" action="/payments/phone/agreement">
<input type="hidden" name="code" value="${escapeHtml(agreement.code)}"><input type="hidden" name="return" value="${escapeHtml(back)}">${act}</form>`
}

/** Where the payer signs an agreement, and ends it, in the channel's own app. */
export function agreementPage(found: FoundAgreement, back: string): string {
  const { room, merchant, agreement } = found
  const rows: [string, string][] = [
    ['商家', `${room.name} · ${merchant.id}`],
    ['商家账号', agreement.accountName || '—'],
    ['扣款周期', `每 ${agreement.period.count} ${units[agreement.period.unit]}`],
    ['单次最多', `¥${yuan(agreement.singleFen)}`],
    ['下次扣款不晚于', agreement.nextDay],
    ['签约号', agreement.externalNo],
    ...(agreement.signedAt ? ([['签约时间', chinaTime(agreement.signedAt)]] satisfies [string, string][]) : []),
  ]
  const isHttp = /^https?:\/\//.test(back)
  return page(
    `${room.name}自动扣款`,
    `<header class="${escapeHtml(room.vendor)}"><span>${escapeHtml(room.name)}</span><span>${states[agreement.state]}</span></header>
<p class="subject">自动扣款协议</p>
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${actions(found, back)}
${agreement.state !== 'offered' && isHttp ? `<a class="main" href="${escapeHtml(back)}">返回商家</a>` : ''}
<p class="foot"><a href="/payments/phone">扫别的二维码</a></p>`,
  )
}
