import { fromBeijingTime } from '../beijing-time.ts'
import { malformedBill } from '../malformed-bill.ts'
import type { BillRow } from '../bill.ts'
import { yuanToFen } from '../yuan.ts'

/** Every cell of a row begins with a backtick, so that a comma in a name parts nothing. */
function splitRow(line: string): string[] {
  return line
    .slice(1)
    .split(',`')
    .map((cell) => cell.trim())
}

const kinds: Readonly<Record<string, BillRow['kind']>> = { SUCCESS: 'payment', REFUND: 'refund', REVOKED: 'refund' }

/** Fees stand with five decimals; money ends at the second. */
const belowFen = /(\.\d\d)\d+$/

/** A refund's row is dated by its acceptance, and its state is that of the moment: what came of it is another question. */
function toRow(cell: (name: string) => string): BillRow {
  const kind = kinds[cell('交易状态')]
  const at = fromBeijingTime(cell('交易时间'))
  const amountFen = yuanToFen(
    kind === 'refund' ? cell('申请退款金额') || cell('退款金额') : cell('订单金额') || cell('应结订单金额'),
  )
  const feeFen = yuanToFen(cell('手续费').replace(belowFen, '$1') || '0')
  if (!kind || at === null || amountFen === null || feeFen === null) throw malformedBill('wechat', 'malformed_row')
  return {
    kind,
    orderNo: cell('商户订单号'),
    refundNo: kind === 'refund' ? cell('商户退款单号') || null : null,
    transactionId: cell('微信订单号'),
    amountFen: Math.abs(amountFen),
    feeFen,
    at,
  }
}

/** 商家转账 leaves, and the same business with an income is one that came back; top-ups and the rest are not of this book. */
function toFlowRow(cell: (name: string) => string): BillRow | null {
  if (!`${cell('业务名称')} ${cell('业务类型')}`.includes('转账')) return null
  const at = fromBeijingTime(cell('记账时间'))
  const amountFen = yuanToFen(cell('收支金额(元)'))
  const kinds: Readonly<Record<string, BillRow['kind']>> = { 支出: 'transfer', 收入: 'transfer_return' }
  const kind = kinds[cell('收支类型')]
  if (!kind || at === null || amountFen === null) throw malformedBill('wechat', 'malformed_row')
  return {
    kind,
    orderNo: cell('业务凭证号'),
    refundNo: null,
    transactionId: cell('微信支付业务单号'),
    amountFen: Math.abs(amountFen),
    feeFen: 0,
    at,
  }
}

interface Table {
  /** A column of the details, and the first of the sums: the number of all rows stands below that. */
  column: string
  count: string
  toOne(cell: (name: string) => string): BillRow | null
}

/** Header, rows, header and row of the sums; UTF-8 with a mark at its beginning. @throws PaymentFailure */
function readTable(bytes: Uint8Array, { column, count, toOne }: Table): BillRow[] {
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const header = (lines[0] ?? '').split(',').map((name) => name.trim())
  const end = lines.findIndex((line) => line.startsWith(count))
  if (!header.includes(column) || end < 0) throw malformedBill('wechat', 'incomplete_bill')
  const rows = lines.slice(1, end).map(splitRow)
  const [all = ''] = splitRow(lines[end + 1] ?? '')
  if (all !== String(rows.length)) throw malformedBill('wechat', 'incomplete_bill')
  return rows.flatMap((cells) => {
    if (cells.length !== header.length) throw malformedBill('wechat', 'malformed_row')
    const row = toOne((name) => cells[header.indexOf(name)] ?? '')
    return row ? [row] : []
  })
}

/** @throws PaymentFailure */
export const readWechatBill = (bytes: Uint8Array) =>
  readTable(bytes, { column: '商户订单号', count: '总交易单数', toOne: toRow })

/** Rows of transfers in 资金账单. @throws PaymentFailure */
export const readWechatFlow = (bytes: Uint8Array) =>
  readTable(bytes, { column: '业务凭证号', count: '资金流水总笔数', toOne: toFlowRow })
