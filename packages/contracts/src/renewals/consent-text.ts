import type { Locale } from '../accounts/locales.ts'
import { yuanText } from '../orders/prices.ts'

/** Goes up with every change of what is agreed to; a consent keeps the version that was read. */
export const renewalTextVersion = '2026-11-30'

interface Terms {
  channel: string
  months: number
  priceFen: number
}

/** What a person agrees to, sentence by sentence: price, rhythm, notice, and the way out (消保法实施条例 art. 10, 网络交易监督管理办法 art. 18). */
export function renewalTerms(locale: Locale, { channel, months, priceFen }: Terms): string[] {
  const price = yuanText(priceFen)
  if (locale === 'en')
    return [
      `Before your membership ends, ¥${price} is taken through ${channel} and it goes on for ${months === 1 ? 'one month' : `${months} months`}; so each time, until you turn it off.`,
      'You are told by message and mail five days and one day before each charge: when, how much, and how to turn it off.',
      'You can turn it off on the membership page with one tap, or in the app of the channel, at any time until the charge is made. What is paid for stays yours.',
      'If the price rises or the plan is no longer sold, nothing is charged unless you agree anew. If a charge does not succeed within three tries, the membership ends and you owe nothing.',
    ]
  return [
    `会员到期前，通过${channel}扣 ${price} 元，会员顺延 ${months} 个月；以后每期如此，直到你关闭。`,
    '每次扣款前五天和前一天，用站内消息和邮件告诉你时间、金额和怎样关闭。',
    '扣款之前随时可以关闭：在会员页一键关闭，或在支付渠道自己的应用里关闭。已付的会员期照常有效。',
    '涨价或套餐下架时不会扣款，除非你重新同意。三次都没有扣成，会员到期为止，不产生欠款。',
  ]
}
