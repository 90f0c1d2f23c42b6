import { unzipSync } from 'fflate'
import iconv from 'iconv-lite'
import { fromBeijingTime } from '../beijing-time.ts'
import { malformedBill } from '../malformed-bill.ts'
import type { BillRow } from '../bill.ts'
import { yuanToFen } from '../yuan.ts'

/** Unpacked; a day of a million trades is below it. */
const maxFileBytes = 512 * 1024 * 1024
const freeText = '商品名称'

/** Two tables come packed, their names in GBK without saying so: the details are known by what they say. */
function findDetails(zip: Uint8Array, columns: readonly string[]): string {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(zip, { filter: ({ originalSize }) => originalSize <= maxFileBytes })
  } catch {
    throw malformedBill('alipay', 'malformed_zip')
  }
  const texts = Object.values(files).map((bytes) => iconv.decode(Buffer.from(bytes), 'gbk'))
  const details = texts.find((text) => columns.every((name) => text.includes(name)))
  if (details === undefined) throw malformedBill('alipay', 'no_details_in_zip')
  return details
}

function splitCells(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, quoted, bare = '']) => (quoted?.replaceAll('""', '"') ?? bare).trim())
}

/** A comma in the name of what was sold is not escaped; every other column has none. */
function withWholeName(cells: string[], header: readonly string[]): string[] {
  const extra = cells.length - header.length
  const at = header.indexOf(freeText)
  if (extra <= 0 || at < 0) return cells
  return [...cells.slice(0, at), cells.slice(at, at + extra + 1).join(','), ...cells.slice(at + extra + 1)]
}

/** Their refunds stand with a minus in one edition and without in another: the kind of business decides, never the sign. */
function toRow(cell: (name: string) => string): BillRow | null {
  const kinds: Readonly<Record<string, BillRow['kind']>> = { 交易: 'payment', 退款: 'refund' }
  const kind = kinds[cell('业务类型')]
  if (!kind) return null
  const amountFen = yuanToFen(cell('订单金额（元）'))
  const feeFen = yuanToFen(cell('服务费（元）') || '0')
  const at = fromBeijingTime(cell('完成时间') || cell('创建时间'))
  if (amountFen === null || feeFen === null || at === null) throw malformedBill('alipay', 'malformed_row')
  return {
    kind,
    orderNo: cell('商户订单号'),
    refundNo: kind === 'refund' ? cell('退款批次号/请求号') || null : null,
    transactionId: cell('支付宝交易号'),
    amountFen: Math.abs(amountFen),
    // A cost stands with a minus; ours is what was kept.
    feeFen: feeFen === 0 ? 0 : -feeFen,
    at,
  }
}

/** 转账 leaves, and the same business with an income is one that came back; fees, trades and the rest are not of this book. */
function toFlowRow(cell: (name: string) => string): BillRow | null {
  if (!cell('业务类型').startsWith('转账')) return null
  const [inFen, outFen] = [yuanToFen(cell('收入金额（+元）') || '0'), yuanToFen(cell('支出金额（-元）') || '0')]
  const at = fromBeijingTime(cell('发生时间'))
  if (inFen === null || outFen === null || at === null) throw malformedBill('alipay', 'malformed_row')
  return {
    kind: inFen === 0 ? 'transfer' : 'transfer_return',
    orderNo: cell('商户订单号'),
    refundNo: null,
    transactionId: cell('业务流水号'),
    amountFen: Math.abs(inFen === 0 ? outFen : inFen),
    feeFen: 0,
    at,
  }
}

/** Every line of the details that `toOne` knows, once the table is known to be whole. */
function readTable(details: string, toOne: (cell: (name: string) => string) => BillRow | null): BillRow[] {
  const lines = details.split(/\r?\n/)
  const isEnded = lines.some((line) => line.startsWith('#') && line.includes('明细列表结束'))
  const table = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const header = splitCells(table[0] ?? '')
  if (!isEnded || !header.includes('商户订单号')) throw malformedBill('alipay', 'incomplete_bill')
  return table.slice(1).flatMap((line) => {
    const cells = withWholeName(splitCells(line), header)
    if (cells.length !== header.length) throw malformedBill('alipay', 'malformed_row')
    const row = toOne((name) => cells[header.indexOf(name)] ?? '')
    return row ? [row] : []
  })
}

/** Rows of payments and refunds; other business (fees, transfers) has bills of its own. @throws PaymentFailure */
export function readAlipayBill(zip: Uint8Array): BillRow[] {
  return readTable(findDetails(zip, ['支付宝交易号', '商户订单号']), toRow)
}

/** Rows of transfers in 账务明细. @throws PaymentFailure */
export function readAlipayFlow(zip: Uint8Array): BillRow[] {
  return readTable(findDetails(zip, ['账务流水号', '商户订单号']), toFlowRow)
}
