export interface BillRow {
  /** Transfers stand in bills of the account's flow alone. `transfer_return`: one that had arrived came back. */
  kind: 'payment' | 'refund' | 'transfer' | 'transfer_return'
  /** Of a transfer: the number we gave it; empty for one that was made at the channel's console. */
  orderNo: string
  refundNo: string | null
  transactionId: string
  /** Never negative: `kind` says which way the money went. */
  amountFen: number
  /** What the channel kept; negative where it gave its fee back. */
  feeFen: number
  at: Date
}

export interface Bill {
  /** `YYYY-MM-DD` on Shanghai's calendar. */
  day: string
  /** Empty for a day without trades. */
  rows: BillRow[]
  /** As downloaded, for the archive. */
  file: Uint8Array
  /** Hex, of `file`. */
  sha256: string
}
