import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { Notice, PaymentChannel, RefundState, Trade } from '@mozhou/integrations/payments/port'

interface PlayedTrade {
  amountFen: number
  state: Trade['state']
  transactionId: string
}

/** A channel whose buyer and whose moods a test decides. Notices are plain JSON here; signatures are the adapters' own tests. */
export interface FakeChannel extends PaymentChannel {
  trades: Map<string, PlayedTrade>
  refunds: Map<string, { state: RefundState; refundFen: number; asked: number }>
  /** The buyer pays; the notice that would be sent. */
  pay(
    orderNo: string,
    changes?: { amountFen?: number; transactionId?: string; currency?: string; payerId?: string },
  ): Uint8Array
  /** Any other notice. */
  noticeOf(notice: Notice): Uint8Array
  /** Runs before the next call of this name, which it may fail. */
  before(name: 'query' | 'close' | 'refund' | 'queryRefund' | 'createPayment', work: () => Promise<void> | void): void
  /** Runs when the next call of this name has done its work and has not said so. */
  after(name: 'createPayment', work: () => Promise<void> | void): void
}

export function createFakeChannel(
  channel: PayChannel = 'alipay',
  now: () => Date = () => new Date('2026-11-29T08:00:00Z'),
): FakeChannel {
  const trades: FakeChannel['trades'] = new Map()
  const refunds: FakeChannel['refunds'] = new Map()
  const hooks = new Map<string, () => Promise<void> | void>()
  const hook = async (name: string) => {
    const work = hooks.get(name)
    hooks.delete(name)
    await work?.()
  }
  const noticeOf = (notice: Notice) => new TextEncoder().encode(JSON.stringify(notice))
  return {
    channel,
    isSandbox: true,
    trades,
    refunds,
    noticeOf,
    before: (name, work) => void hooks.set(name, work),
    after: (name, work) => void hooks.set(`after:${name}`, work),
    async createPayment({ orderNo, amountFen, way }) {
      await hook('createPayment')
      trades.set(orderNo, { amountFen, state: 'waiting', transactionId: `${channel}-${orderNo}` })
      await hook('after:createPayment')
      return { way, qrText: `https://pay.test/${orderNo}`, redirectUrl: null }
    },
    pay(orderNo, changes = {}) {
      const trade = trades.get(orderNo) ?? { amountFen: 0, state: 'waiting' as const, transactionId: '' }
      const { amountFen = trade.amountFen, transactionId = trade.transactionId, currency = 'CNY' } = changes
      const { payerId = 'payer-1' } = changes
      trades.set(orderNo, { amountFen, state: 'paid', transactionId })
      const ids = { appId: 'app', merchantId: 'merchant', payerId }
      return noticeOf({ type: 'paid', orderNo, transactionId, amountFen, currency, paidAt: now(), ...ids })
    },
    async parseNotice({ body }) {
      const text = new TextDecoder().decode(body)
      if (text === 'forged') return { ok: false, reason: 'signature' }
      const parsed = JSON.parse(text) as Notice
      const notice = parsed.type === 'paid' ? { ...parsed, paidAt: new Date(parsed.paidAt) } : parsed
      return { ok: true, notice, id: text }
    },
    answerTo: (verdict) => ({ status: verdict === 'accepted' ? 200 : 400, contentType: 'text/plain', body: verdict }),
    async query(orderNo) {
      await hook('query')
      const trade = trades.get(orderNo)
      const none = { transactionId: null, amountFen: null, paidAt: null, payerId: null, raw: {} }
      if (!trade) return { ...none, orderNo, state: 'absent' }
      if (trade.state !== 'paid') return { ...none, orderNo, state: trade.state }
      const { transactionId, amountFen } = trade
      return { ...none, orderNo, state: 'paid', transactionId, amountFen, paidAt: now() }
    },
    async close(orderNo) {
      await hook('close')
      const trade = trades.get(orderNo)
      if (!trade) return 'absent'
      if (trade.state === 'paid') return 'paid'
      trade.state = 'closed'
      return 'closed'
    },
    async refund({ refundNo, refundFen }) {
      const present = refunds.get(refundNo)
      refunds.set(refundNo, { state: present?.state ?? 'processing', refundFen, asked: (present?.asked ?? 0) + 1 })
      await hook('refund')
      return { state: refunds.get(refundNo)?.state ?? 'processing', refundFen, reason: null }
    },
    async queryRefund({ refundNo }) {
      await hook('queryRefund')
      const refund = refunds.get(refundNo)
      return { state: refund?.state ?? 'absent', refundFen: refund?.refundFen ?? null, reason: null }
    },
    downloadBill: () => Promise.resolve('not_ready'),
  }
}
