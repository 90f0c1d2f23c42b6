import type { NoticeMessage } from './notice-courier.ts'

/** Money that a merchant pays to a person. */
export interface Transfer {
  /** The merchant's number of it. */
  transferNo: string
  /** The channel's. */
  channelNo: string
  /** What the payee's phone opens; empty where it arrives by itself. */
  code: string
  amountFen: number
  payee: string
  payeeName: string
  remark: string
  state: 'waiting' | 'paid' | 'failed' | 'cancelled' | 'returned'
  /** The channel's own word for why it failed. */
  reason: string
  notifyUrl: string
  createdAt: Date
  /** null where nobody has to take it. */
  expiresAt: Date | null
  endedAt: Date | null
  /** When the money left, also where it came back later. */
  paidAt: Date | null
  /** What may not change when the same number is asked for again. */
  terms: string
}

/** What payees do, at channels that pay people. */
export interface TransferBook {
  all: Map<string, Transfer>
  /** The notice of an end. */
  compose(id: string, transfer: Transfer): NoticeMessage
}

export function findTransfer(book: TransferBook | undefined, name: string): Transfer | null {
  const byCode = [...(book?.all.values() ?? [])].find(({ code }) => code !== '' && code === name)
  return book?.all.get(name) ?? byCode ?? null
}
