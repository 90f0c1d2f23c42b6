import { expireAt, type Trade } from '../trade.ts'
import type { AlipayAccount } from './account.ts'

interface TradeKey {
  out_trade_no?: string | undefined
  trade_no?: string | undefined
}

/** As the channel sees it: an offer that nobody scanned is no trade. */
export function findKnownTrade(account: AlipayAccount, key: TradeKey): Trade | null {
  const trade = key.trade_no
    ? [...account.trades.values()].find(({ transactionId }) => transactionId === key.trade_no)
    : account.trades.get(key.out_trade_no ?? '')
  if (!trade || trade.state === 'offered') return null
  expireAt(trade, account.clock.now())
  if (trade.transactionId === '') trade.transactionId = account.newTransactionId()
  return trade
}
