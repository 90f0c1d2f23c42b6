import { createHash, randomUUID } from 'node:crypto'
import { billEntries, billedEntries, type BillEntry } from '../bill-entries.ts'
import { flowEntries } from '../flow-entries.ts'
import { billReadyAt, chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import { billFaultNames } from '../payment-faults.ts'
import { refundStatus } from './trade-fields.ts'
import type { BillLink, WechatAccount } from './account.ts'
import type { Endpoint } from './endpoint.ts'
import { wechatFlowFile } from './flow-file.ts'
import { nothing } from './query-close.ts'
import { ok, paramError, refused } from './reply.ts'

const linkLifeMs = 30_000

type Cell = (entry: BillEntry, account: WechatAccount) => string

const ofRefund = (entry: BillEntry, text: string, otherwise = '') => (entry.kind === 'refund' ? text : otherwise)
const ofPayment = (entry: BillEntry, text: string) => (entry.kind === 'payment' ? text : '0.00')

function statusOf({ trade, refundNo }: BillEntry): string {
  const refund = trade.refunds.find((other) => other.refundNo === refundNo)
  return refund ? refundStatus(refund) : ''
}

/** The 27 columns of today; every cell begins with a backtick. Amounts in yuan. */
const columns: Readonly<Record<string, Cell>> = {
  交易时间: ({ at }) => chinaTime(at),
  公众账号ID: (_entry, { appId }) => appId,
  商户号: (_entry, { id }) => id,
  特约商户号: () => '0',
  设备号: () => '',
  微信订单号: ({ trade }) => trade.transactionId,
  商户订单号: ({ trade }) => trade.orderNo,
  用户标识: ({ trade }) => trade.payerId ?? '',
  交易类型: ({ trade }) => (trade.way === 'h5' ? 'MWEB' : 'NATIVE'),
  交易状态: ({ kind }) => (kind === 'payment' ? 'SUCCESS' : 'REFUND'),
  付款银行: () => 'OTHERS',
  货币种类: () => 'CNY',
  应结订单金额: (entry) => ofPayment(entry, yuan(entry.amountFen)),
  代金券金额: () => '0.00',
  微信退款单号: (entry) => ofRefund(entry, entry.refundId, '0'),
  商户退款单号: (entry) => ofRefund(entry, entry.refundNo, '0'),
  退款金额: (entry) => ofRefund(entry, yuan(entry.amountFen), '0.00'),
  充值券退款金额: () => '0.00',
  退款类型: (entry) => ofRefund(entry, 'ORIGINAL'),
  退款状态: (entry) => ofRefund(entry, statusOf(entry)),
  商品名称: ({ trade }) => trade.subject,
  商户数据包: () => '',
  手续费: ({ feeFen }) => `${feeFen < 0 ? '-' : ''}${yuan(Math.abs(feeFen))}000`,
  费率: () => '0.60%',
  订单金额: (entry) => ofPayment(entry, yuan(entry.amountFen)),
  申请退款金额: (entry) => ofRefund(entry, yuan(entry.amountFen), '0.00'),
  费率备注: () => '',
}

const row = (cells: readonly string[]) => cells.map((cell) => `\`${cell}`).join(',')

function sumsOf(entries: readonly BillEntry[]): string[] {
  const sum = (kind: BillEntry['kind']) =>
    yuan(entries.filter((entry) => entry.kind === kind).reduce((total, { amountFen }) => total + amountFen, 0))
  const fees = entries.reduce((total, { feeFen }) => total + feeFen, 0)
  const fee = `${fees < 0 ? '-' : ''}${yuan(Math.abs(fees))}000`
  return [String(entries.length), sum('payment'), sum('refund'), '0.00', fee, sum('payment'), sum('refund')]
}

const sumHeader = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

/** UTF-8 with a mark at its beginning and CRLF ends: the hash covers both. */
export function wechatBillFile(account: WechatAccount, { day, faults }: BillLink): Buffer {
  const entries = billedEntries(account.trades.values(), day, faults)
  const lines = [
    Object.keys(columns).join(','),
    ...entries.map((entry) => row(Object.values(columns).map((cell) => cell(entry, account)))),
    sumHeader,
    row(sumsOf(entries)),
  ]
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
}

/** The rows of one kind of bill, and its file. */
interface BillOf {
  kind: BillLink['kind']
  /** What a fault may be named after, beside the account. */
  name: string
  rowsOf(account: WechatAccount, day: string): readonly unknown[]
  fileOf(account: WechatAccount, link: BillLink): Buffer
}

const tradeBill: BillOf = {
  kind: 'trade',
  name: 'bill',
  rowsOf: ({ trades }, day) => billEntries(trades.values(), day),
  fileOf: wechatBillFile,
}
const flowBill: BillOf = {
  kind: 'flow',
  name: 'flow',
  rowsOf: ({ transfersMade }, day) => flowEntries(transfersMade.values(), day),
  fileOf: wechatFlowFile,
}

const billEndpoint = ({ kind, name, rowsOf, fileOf }: BillOf): Endpoint<undefined> => ({
  input: nothing,
  run({ acting: { state, vendor }, account, query, origin }) {
    const day = query.get('bill_date') ?? ''
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return paramError('bill_date', '账单日期格式错误')
    if (query.get('tar_type') !== 'GZIP') return paramError('tar_type', '沙盒只给 GZIP')
    // Transfers leave from the operation account, which alone is played here.
    if (kind === 'flow' && query.get('account_type') !== 'OPERATION')
      return paramError('account_type', '沙盒只有运营账户的资金账单')
    const faults = state.behaviors.takeListed(vendor, [account.id, name], billFaultNames).map((fault) => fault.name)
    const now = account.clock.now()
    const isReady = account.settings.isBillReady || now >= billReadyAt(day)
    if (!isReady || faults.includes('bill-not-ready'))
      return refused(400, 'STATEMENT_CREATING', '账单生成中，请稍后再试')
    const isEmpty = rowsOf(account, day).length === 0 && !faults.includes('bill-extra-row')
    if (isEmpty) return refused(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const link = {
      kind,
      day,
      faults,
      expiresAt: new Date(now.getTime() + (faults.includes('bill-link-expired') ? -1 : linkLifeMs)),
    }
    const token = randomUUID().replaceAll('-', '')
    account.bills.set(token, link)
    const hash = createHash('sha1').update(fileOf(account, link)).digest('hex')
    return ok({
      hash_type: 'SHA1',
      hash_value: faults.includes('bill-damaged') ? hash.replaceAll(/[0-9]/g, '0') : hash,
      download_url: `${origin}/payments/wechat/v3/billdownload/file?token=${token}`,
    })
  },
})

export const tradeBillEndpoint = billEndpoint(tradeBill)
export const flowBillEndpoint = billEndpoint(flowBill)
