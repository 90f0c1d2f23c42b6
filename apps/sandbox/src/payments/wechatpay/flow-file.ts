import { chinaTime } from '../china-time.ts'
import { billedFlow, flowSum, type FlowEntry } from '../flow-entries.ts'
import { yuan } from '../money.ts'
import type { BillLink, WechatAccount } from './account.ts'

type Cell = (entry: FlowEntry, account: WechatAccount) => string

/** The columns of 资金账单 for the operation account; every cell begins with a backtick. Amounts in yuan. */
const columns: Readonly<Record<string, Cell>> = {
  记账时间: ({ at }) => chinaTime(at),
  微信支付业务单号: ({ transfer }) => transfer.channelNo,
  资金流水单号: ({ transfer, way }) => `${transfer.channelNo}${way === 'out' ? '1' : '2'}`,
  业务名称: ({ way }) => (way === 'out' ? '商家转账' : '商家转账退回'),
  业务类型: ({ way }) => (way === 'out' ? '商家转账' : '商家转账退回'),
  收支类型: ({ way }) => (way === 'out' ? '支出' : '收入'),
  '收支金额(元)': ({ amountFen }) => yuan(amountFen),
  '账户结余(元)': () => '100000.00',
  资金变更提交申请人: (_entry, { id }) => `${id}API`,
  备注: ({ transfer }) => transfer.remark,
  业务凭证号: ({ transfer }) => transfer.transferNo,
}

const row = (cells: readonly string[]) => cells.map((cell) => `\`${cell}`).join(',')

/** UTF-8 with a mark at its beginning and CRLF ends, like the trade bill. */
export function wechatFlowFile(account: WechatAccount, { day, faults }: BillLink): Buffer {
  const entries = billedFlow(account.transfersMade.values(), day, faults)
  const [out, back] = [flowSum(entries, 'out'), flowSum(entries, 'back')]
  const lines = [
    Object.keys(columns).join(','),
    ...entries.map((entry) => row(Object.values(columns).map((cell) => cell(entry, account)))),
    '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
    row([String(entries.length), String(back.count), yuan(back.fen), String(out.count), yuan(out.fen)]),
  ]
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}
