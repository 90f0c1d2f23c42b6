import { fromBeijingTime } from '../beijing-time.ts'
import { malformedBill } from '../malformed-bill.ts'
import type { BillRow } from '../port.ts'
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

/** Header, rows, header and row of the sums; UTF-8 with a mark at its beginning. @throws PaymentFailure */
export function readWechatBill(bytes: Uint8Array): BillRow[] {
  const lines = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const header = (lines[0] ?? '').split(',').map((name) => name.trim())
  const end = lines.findIndex((line) => line.startsWith('总交易单数'))
  if (!header.includes('商户订单号') || end < 0) throw malformedBill('wechat', 'incomplete_bill')
  const rows = lines.slice(1, end).map(splitRow)
  const [count = ''] = splitRow(lines[end + 1] ?? '')
  if (count !== String(rows.length)) throw malformedBill('wechat', 'incomplete_bill')
  return rows.map((cells) => {
    if (cells.length !== header.length) throw malformedBill('wechat', 'malformed_row')
    return toRow((name) => cells[header.indexOf(name)] ?? '')
  })
}
