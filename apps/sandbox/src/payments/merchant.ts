import type { SandboxState } from '../core/plug.ts'
import type { AgreementBook } from './agreement.ts'
import type { Courier, NoticeMessage } from './notice-courier.ts'
import type { Trade, TradeRefund } from './trade.ts'
import type { TransferBook } from './transfer.ts'
import type { VirtualClock } from './virtual-clock.ts'

export interface MerchantSettings {
  /** Between what happened and the first delivery of its notice. */
  firstNoticeMs: number
  /** Between the acceptance of a refund and its end, where the channel takes time for it. */
  refundMs: number
  /** How refunds end that take time. */
  refundEnd: 'succeeded' | 'closed' | 'abnormal'
  /** Bills do not wait for the next morning. */
  isBillReady: boolean
  /** Signatures carry the account's own time; otherwise the real one, so that only a client's clock of its own notices. */
  isWireTimeVirtual: boolean
}

export const defaultMerchantSettings: MerchantSettings = {
  firstNoticeMs: 1000,
  refundMs: 2000,
  refundEnd: 'succeeded',
  isBillReady: false,
  isWireTimeVirtual: false,
}

export type NoticeEvent = 'paid' | 'closed' | 'refunded' | 'finished'

export interface Telling {
  id: string
  trade: Trade
  event: NoticeEvent
  refund: TradeRefund | null
  /** Names of notice faults. */
  variants: readonly string[]
}

/** A merchant at a channel, with money, time and keys of its own: tests that share a sandbox take one each. */
export interface Merchant {
  /** What the channel knows it by. */
  id: string
  clock: VirtualClock
  courier: Courier
  settings: MerchantSettings
  /** By order number. */
  trades: Map<string, Trade>
  /** What a client has to be told, beside where the sandbox is. */
  credentials(origin: string): Record<string, unknown>
  compose(telling: Telling): NoticeMessage
  newNoticeId(): string
  newTransactionId(): string
  newPayerId(): string
  /** Unpaid orders past their time are closed by themselves, at channels that do so. */
  closesExpired: boolean
  /** Left out at channels that take no money by agreement. */
  agreements?: AgreementBook
  /** Left out at channels that pay nobody. */
  transfers?: TransferBook
  clear(): void
}

/** What acts of payers and of the control routes need besides the merchant. */
export interface Acting {
  state: SandboxState
  vendor: string
  merchant: Merchant
}

export function findTrade(merchant: Merchant, orderNoOrCode: string): Trade | null {
  const byCode = [...merchant.trades.values()].find(
    ({ code, oldCodes }) => code === orderNoOrCode || oldCodes.includes(orderNoOrCode),
  )
  return merchant.trades.get(orderNoOrCode) ?? byCode ?? null
}
