import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { PaymentChannel } from '@mozhou/integrations/payments/port'
import { confirmMsOf } from '@mozhou/integrations/payments/transfer-rules'
import { noTransfer } from '@mozhou/integrations/payments/transfers'
import type { Transfer, TransferOrder } from '@mozhou/integrations/payments/transfers'

type Kept = Transfer & { order: TransferOrder }

/** A channel that pays people, whose moods a test decides. Its adapters have tests of their own. */
export interface PayoutChannel extends PaymentChannel {
  /** By number: what the channel knows. */
  sent: Map<string, Kept>
  /** How often each number was asked to be paid. */
  asked: string[]
  /** What it says of a transfer from now on. */
  become(transferNo: string, change: Partial<Transfer>): void
  /** What it says of the next one. */
  next: Partial<Transfer>
  /** The next transfer is carried out, and its answer lost. */
  loseAnswer(): void
  /** The next transfer never arrives at the channel. */
  loseCall(): void
}

const untaken = () => Promise.reject(new Error('this channel takes no money'))

export function createPayoutChannel(channel: PayChannel): PayoutChannel {
  const sent = new Map<string, Kept>()
  const asked: string[] = []
  const moods: ('answer' | 'call')[] = []
  const lost = () => new PaymentFailure('unknown_outcome', { channel, vendorCode: 'timeout' })
  const played: PayoutChannel = {
    channel,
    isSandbox: true,
    sent,
    asked,
    next: {},
    become(transferNo, change) {
      const known = sent.get(transferNo)
      if (known) sent.set(transferNo, { ...known, ...change })
    },
    loseAnswer: () => void moods.push('answer'),
    loseCall: () => void moods.push('call'),
    createPayment: untaken,
    parseNotice: async ({ body }) => ({
      ok: true,
      id: 'notice',
      notice: { type: 'transfer', orderNo: null, transferNo: new TextDecoder().decode(body) },
    }),
    answerTo: (verdict) => ({ status: verdict === 'accepted' ? 200 : 400, contentType: 'text/plain', body: verdict }),
    query: untaken,
    close: untaken,
    refund: untaken,
    queryRefund: untaken,
    downloadBill: () => Promise.resolve('not_ready'),
    transfers: {
      isOffered: true,
      confirmMs: confirmMsOf[channel],
      transfer(order) {
        const { transferNo, amountFen } = order
        asked.push(transferNo)
        const mood = moods.shift()
        if (mood === 'call') return Promise.reject(lost())
        const state = channel === 'wechat' ? 'awaiting_confirm' : 'paid'
        const fresh = {
          ...noTransfer,
          state,
          amountFen,
          channelNo: `C${transferNo}`,
          confirmCode: 'pkg',
          ...played.next,
        } as const
        const known = sent.get(transferNo) ?? { ...fresh, order }
        sent.set(transferNo, known)
        return mood === 'answer' ? Promise.reject(lost()) : Promise.resolve(known)
      },
      query: (transferNo) => Promise.resolve(sent.get(transferNo) ?? noTransfer),
      downloadFlow: () => Promise.resolve('not_ready'),
      cancel: (transferNo) => Promise.resolve(played.become(transferNo, { state: 'cancelled' })),
    },
  }
  return played
}
