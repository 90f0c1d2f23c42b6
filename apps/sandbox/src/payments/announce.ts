import { noticeFaultNames } from './payment-faults.ts'
import type { Acting, NoticeEvent } from './merchant.ts'
import type { Notice } from './notice-courier.ts'
import type { Trade, TradeRefund } from './trade.ts'

const duplicates = 4

interface News {
  trade: Trade
  event: NoticeEvent
  refund?: TradeRefund
  url: string
}

function plan({ merchant }: Acting, news: News, variants: readonly string[], firstMs: number): Notice {
  const { trade, event, refund = null, url } = news
  const id = merchant.newNoticeId()
  const compose = () => merchant.compose({ id, trade, event, refund, variants })
  return merchant.courier.send({ id, orderNo: trade.orderNo, event, url, compose }, firstMs)
}

/** Tells the merchant, with the faults that wait for this order, this merchant or any. */
export function announce(acting: Acting, news: News): void {
  const { state, vendor, merchant } = acting
  const names = [news.trade.orderNo, merchant.id, 'notice']
  const variants = state.behaviors.takeListed(vendor, names, noticeFaultNames).map(({ name }) => name)
  if (variants.includes('notice-lost') || news.url === '') return
  const { firstNoticeMs } = merchant.settings
  const isReordered = variants.includes('notice-reordered') && news.event === 'paid'
  if (isReordered) plan(acting, { ...news, event: 'closed' }, [], firstNoticeMs)
  const notice = plan(acting, news, variants, firstNoticeMs + (isReordered ? 1 : 0))
  if (!variants.includes('notice-duplicate')) return
  const due = new Date(merchant.clock.now().getTime() + firstNoticeMs)
  merchant.clock.at(due, async () => {
    await Promise.all(Array.from({ length: duplicates }, () => merchant.courier.deliver(notice)))
  })
}
