import type { Merchant } from './merchant.ts'
import type { Transfer } from './transfer.ts'

export type TakeEnd = 'taken' | 'refused' | 'over'

/** Nobody took it in time. */
export function expireTransfer(merchant: Merchant, transfer: Transfer): void {
  const { expiresAt } = transfer
  if (transfer.state !== 'waiting' || expiresAt === null || expiresAt > merchant.clock.now()) return
  endTransfer(merchant, transfer, 'failed', 'OVERDUE_CLOSE')
}

/** The payee's own tap in the channel's app; one that is refused ends as if nobody had come for it. */
export function takeTransfer(merchant: Merchant, transfer: Transfer, isTaken: boolean): TakeEnd {
  expireTransfer(merchant, transfer)
  if (transfer.state !== 'waiting') return 'over'
  endTransfer(merchant, transfer, isTaken ? 'paid' : 'failed', isTaken ? '' : 'OVERDUE_CLOSE')
  return isTaken ? 'taken' : 'refused'
}

/** The payee's account could not keep it. */
export function returnTransfer(merchant: Merchant, transfer: Transfer): boolean {
  if (transfer.state !== 'paid') return false
  endTransfer(merchant, transfer, 'returned', 'PAYEE_ACCOUNT_ABNORMAL')
  return true
}

export function endTransfer(merchant: Merchant, transfer: Transfer, state: Transfer['state'], reason: string): void {
  const now = merchant.clock.now()
  Object.assign(transfer, { state, reason, endedAt: now, ...(state === 'paid' && { paidAt: now }) })
  const { transfers, courier, settings } = merchant
  if (transfer.notifyUrl === '' || !transfers) return
  const id = merchant.newNoticeId()
  const compose = () => transfers.compose(id, transfer)
  courier.send(
    { id, orderNo: transfer.transferNo, event: state, url: transfer.notifyUrl, compose },
    settings.firstNoticeMs,
  )
}
