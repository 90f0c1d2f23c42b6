import iconv from 'iconv-lite'
import { chinaTime } from '../china-time.ts'
import { billedFlow, flowSum, type FlowEntry } from '../flow-entries.ts'
import { yuan } from '../money.ts'
import type { AlipayAccount, BillLink } from './account.ts'
import { storedZip } from './stored-zip.ts'

/** 账务明细, the bill `signcustomer`. Column → cell; texts end with a tab, as in the trade bill. */
const columns: Readonly<Record<string, (entry: FlowEntry) => string>> = {
  账务流水号: ({ transfer, way }) => `${transfer.channelNo}${way === 'out' ? '1' : '2'}\t`,
  业务流水号: ({ transfer }) => `${transfer.channelNo}\t`,
  商户订单号: ({ transfer }) => `${transfer.transferNo}\t`,
  商品名称: ({ transfer }) => `${transfer.remark}\t`,
  发生时间: ({ at }) => `${chinaTime(at)}\t`,
  对方账号: () => '138******20\t',
  '收入金额（+元）': ({ way, amountFen }) => (way === 'back' ? yuan(amountFen) : '0.00'),
  '支出金额（-元）': ({ way, amountFen }) => (way === 'out' ? `-${yuan(amountFen)}` : '0.00'),
  '账户余额（元）': () => '100000.00',
  交易渠道: () => '支付宝\t',
  业务类型: ({ way }) => `${way === 'out' ? '转账' : '转账退回'}\t`,
  备注: ({ transfer }) => `${transfer.remark}\t`,
}

const sumLine = (name: string, { count, fen }: { count: number; fen: number }) =>
  `#${name}合计：${count}笔，共${yuan(fen)}元`

function details(account: AlipayAccount, day: string, entries: readonly FlowEntry[]): string {
  const lines = [
    '#支付宝账务明细查询',
    `#账号：[${account.sellerId}0156]`,
    `#起始日期：[${day} 00:00:00]   终止日期：[${day} 23:59:59]`,
    '#-----------------------------------------账务明细列表----------------------------------------',
    Object.keys(columns).join(','),
    ...entries.map((entry) =>
      Object.values(columns)
        .map((cell) => cell(entry))
        .join(','),
    ),
    '#-----------------------------------------账务明细列表结束------------------------------------',
    sumLine('支出', flowSum(entries, 'out')),
    sumLine('收入', flowSum(entries, 'back')),
    `#导出时间：[${chinaTime(account.clock.now())}]`,
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Two tables in GBK, packed like those of the trade bill. */
export function alipayFlowFile(account: AlipayAccount, { day, faults }: BillLink): Buffer {
  const entries = billedFlow(account.transfersMade.values(), day, faults)
  const stem = `${account.sellerId}_${day.replaceAll('-', '')}_账务明细`
  const summary = `#支付宝账务汇总查询\r\n#账号：[${account.sellerId}0156]\r\n#起始日期：[${day} 00:00:00]\r\n`
  const zip = storedZip([
    { name: iconv.encode(`${stem}(汇总).csv`, 'gbk'), bytes: iconv.encode(summary, 'gbk') },
    { name: iconv.encode(`${stem}.csv`, 'gbk'), bytes: iconv.encode(details(account, day, entries), 'gbk') },
  ])
  return faults.includes('bill-damaged') ? zip.subarray(0, Math.floor(zip.length / 2)) : zip
}
