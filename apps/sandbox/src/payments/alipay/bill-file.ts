import iconv from 'iconv-lite'
import { billedEntries, type BillEntry } from '../bill-entries.ts'
import { chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import type { AlipayAccount, BillLink } from './account.ts'
import { storedZip } from './stored-zip.ts'

/** Column → cell; cells end with a tab, so that spreadsheets leave long numbers alone. */
const columns: Readonly<Record<string, (entry: BillEntry) => string>> = {
  支付宝交易号: ({ trade }) => `${trade.transactionId}\t`,
  商户订单号: ({ trade }) => `${trade.orderNo}\t`,
  业务类型: ({ kind }) => `${kind === 'payment' ? '交易' : '退款'}\t`,
  商品名称: ({ trade }) => `${trade.subject}\t`,
  创建时间: ({ trade }) => `${chinaTime(trade.createdAt)}\t`,
  完成时间: ({ at }) => `${chinaTime(at)}\t`,
  门店编号: () => '\t',
  门店名称: () => '\t',
  操作员: () => '\t',
  终端号: () => '\t',
  对方账户: () => '*墨(159****5620)\t',
  '订单金额（元）': (entry) => signed(entry),
  '商家实收（元）': (entry) => signed(entry),
  '支付宝红包（元）': () => '0.00',
  '集分宝（元）': () => '0.00',
  '支付宝优惠（元）': () => '0.00',
  '商家优惠（元）': () => '0.00',
  '券核销金额（元）': () => '0.00',
  券名称: () => '\t',
  '商家红包消费金额（元）': () => '0.00',
  '卡消费金额（元）': () => '0.00',
  '退款批次号/请求号': ({ refundNo }) => `${refundNo}\t`,
  '服务费（元）': ({ feeFen }) => `${feeFen > 0 ? '-' : ''}${yuan(Math.abs(feeFen))}`,
  '分润（元）': () => '0.00',
  备注: () => '\t',
}

const signed = ({ kind, amountFen }: BillEntry) => `${kind === 'refund' ? '-' : ''}${yuan(amountFen)}`

function sumOf(entries: readonly BillEntry[], kind: BillEntry['kind']): string {
  const own = entries.filter((entry) => entry.kind === kind)
  const total = own.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return `${own.length}笔，商家实收共${yuan(total)}元`
}

function details(account: AlipayAccount, day: string, entries: readonly BillEntry[]): string {
  const lines = [
    '#支付宝业务明细查询',
    `#账号：[${account.sellerId}0156]`,
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 23:59:59]`,
    '#-----------------------------------------业务明细列表----------------------------------------',
    Object.keys(columns).join(','),
    ...entries.map((entry) =>
      Object.values(columns)
        .map((cell) => cell(entry))
        .join(','),
    ),
    '#-----------------------------------------业务明细列表结束------------------------------------',
    `#交易合计：${sumOf(entries, 'payment')}`,
    `#退款合计：${sumOf(entries, 'refund')}`,
    `#导出时间：[${chinaTime(account.clock.now())}]`,
  ]
  return `${lines.join('\r\n')}\r\n`
}

function summary(account: AlipayAccount, day: string): string {
  return `#支付宝业务汇总查询\r\n#账号：[${account.sellerId}0156]\r\n#起始日期：[${day} 00:00:00]\r\n`
}

/** Two tables in GBK, packed; their names are in GBK too, and nothing says so. */
export function alipayBillFile(account: AlipayAccount, { day, faults }: BillLink): Buffer {
  const entries = billedEntries(account.trades.values(), day, faults)
  const stem = `${account.sellerId}_${day.replaceAll('-', '')}_业务明细`
  const zip = storedZip([
    { name: iconv.encode(`${stem}(汇总).csv`, 'gbk'), bytes: iconv.encode(summary(account, day), 'gbk') },
    { name: iconv.encode(`${stem}.csv`, 'gbk'), bytes: iconv.encode(details(account, day, entries), 'gbk') },
  ])
  return faults.includes('bill-damaged') ? zip.subarray(0, Math.floor(zip.length / 2)) : zip
}
