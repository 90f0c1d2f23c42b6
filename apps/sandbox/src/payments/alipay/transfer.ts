import { z } from 'zod'
import { chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import type { Transfer } from '../transfer.ts'
import type { AlipayAccount } from './account.ts'
import { amount, optionalText } from './fields.ts'
import type { Method, MethodCall } from './method.ts'
import { failed, invalid, missing, success, type Found } from './reply.ts'

const outBizNo = z.string().regex(/^[A-Za-z0-9_]{1,64}$/)
const product = z.literal('TRANS_ACCOUNT_NO_PWD')
const transferBiz = z.strictObject({
  out_biz_no: outBizNo,
  trans_amount: amount,
  product_code: product,
  biz_scene: z.literal('DIRECT_TRANSFER'),
  order_title: z.string().min(1).max(128),
  payee_info: z.strictObject({
    identity: z.string().min(1).max(64),
    identity_type: z.enum(['ALIPAY_USER_ID', 'ALIPAY_OPEN_ID', 'ALIPAY_LOGON_ID']),
    name: z.string().min(1).max(128).optional(),
  }),
  remark: optionalText(200),
  business_params: optionalText(2048),
  transfer_scene_name: z.enum(['现金营销', '佣金报酬', '企业退款', '业务结算']),
  transfer_scene_report_infos: z
    .array(z.strictObject({ info_type: z.string().min(1).max(15), info_content: z.string().min(1).max(32) }))
    .min(1),
})
const queryBiz = z.strictObject({
  out_biz_no: outBizNo,
  product_code: product,
  biz_scene: z.literal('DIRECT_TRANSFER'),
})

type Call = MethodCall<z.infer<typeof transferBiz>>
const leastFen = 10

/** Money goes out in certificate mode only. */
function whyUncertified({ params, account }: MethodCall): Found | null {
  if (!params.app_cert_sn || !params.alipay_root_cert_sn) return missing('app-cert-sn')
  const isKnown = params.app_cert_sn === account.appCertSn && params.alipay_root_cert_sn === account.rootCertSn
  return isKnown ? null : invalid('isv.invalid-app-cert-sn', '应用公钥证书SN不匹配')
}

function whyRefused({ biz, faults }: Call): Found | null {
  if (biz.payee_info.identity_type === 'ALIPAY_LOGON_ID' && !biz.payee_info.name) return missing('name')
  if (biz.trans_amount < leastFen) return failed('EXCEED_LIMIT_SM_MIN_AMOUNT', '单笔最低转账金额0.1元')
  if (faults.includes('balance-short')) return failed('PAYER_BALANCE_NOT_ENOUGH', '付款方余额不足')
  if (faults.includes('name-mismatch')) return failed('PAYEE_USER_INFO_ERROR', '支付宝账号和姓名不匹配')
  return faults.includes('payee-unknown') ? failed('PAYEE_NOT_EXIST', '收款账号不存在') : null
}

const told = (transfer: Transfer) => ({
  out_biz_no: transfer.transferNo,
  order_id: transfer.channelNo,
  pay_fund_order_id: transfer.channelNo,
  status: transfer.state === 'returned' ? 'REFUND' : 'SUCCESS',
  trans_date: chinaTime(transfer.createdAt),
})

function transferMoney(call: Call): Found {
  const { account, biz } = call
  const uncertified = whyUncertified(call)
  if (uncertified) return uncertified
  const terms = JSON.stringify([biz.trans_amount, biz.payee_info.identity])
  const known = account.transfersMade.get(biz.out_biz_no)
  if (known && known.terms !== terms) return failed('BIZ_UNIQUE_EXCEPTION', '转账单号与之前的请求不一致')
  if (known) return success(told(known))
  const refusal = whyRefused(call)
  if (refusal) return refusal
  const transfer = makeTransfer(account, biz, terms)
  account.transfersMade.set(transfer.transferNo, transfer)
  return success(told(transfer))
}

function makeTransfer(account: AlipayAccount, biz: z.infer<typeof transferBiz>, terms: string): Transfer {
  const now = account.clock.now()
  return {
    transferNo: biz.out_biz_no,
    channelNo: account.numbers.next(`${chinaTime(now).slice(0, 10).replaceAll('-', '')}11007`, 32),
    code: '',
    amountFen: biz.trans_amount,
    payee: biz.payee_info.identity,
    payeeName: biz.payee_info.name ?? '',
    remark: biz.remark ?? biz.order_title,
    state: 'paid',
    reason: '',
    notifyUrl: '',
    createdAt: now,
    expiresAt: null,
    endedAt: now,
    paidAt: now,
    terms,
  }
}

export const transferMethod: Method<z.infer<typeof transferBiz>> = {
  biz: transferBiz,
  isPage: false,
  run: transferMoney,
}

export const transferQueryMethod: Method<z.infer<typeof queryBiz>> = {
  biz: queryBiz,
  isPage: false,
  run(call) {
    const uncertified = whyUncertified(call)
    if (uncertified) return uncertified
    const transfer = call.account.transfersMade.get(call.biz.out_biz_no)
    if (!transfer) return failed('ORDER_NOT_EXIST', '转账订单不存在')
    return success({
      ...told(transfer),
      trans_amount: yuan(transfer.amountFen),
      pay_date: chinaTime(transfer.createdAt),
      ...(transfer.reason && { error_code: transfer.reason, fail_reason: '收款账户异常，资金已退回' }),
    })
  },
}
