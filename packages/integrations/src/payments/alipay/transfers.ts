import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { confirmMsOf } from '../transfer-rules.ts'
import { noTransfer, type Transfer, type TransferFailure, type TransferOrder, type Transfers } from '../transfers.ts'
import type { TransferState } from '../transfers.ts'
import { fenToYuan, yuanToFen } from '../yuan.ts'
import { downloadFlow } from './download-bill.ts'
import { isRefusedWith, textOf } from './errors.ts'
import type { AlipayGateway } from './gateway.ts'

/** 单笔转账 to an Alipay account: opendocs.alipay.com/open/62987723, its Java SDK of 2026-09 for the scene. */
const product = { product_code: 'TRANS_ACCOUNT_NO_PWD', biz_scene: 'DIRECT_TRANSFER' } as const
const scene = {
  transfer_scene_name: '佣金报酬',
  transfer_scene_report_infos: [
    { info_type: '岗位类型', info_content: '推广员' },
    { info_type: '报酬说明', info_content: '推广返利' },
  ],
} as const

const states: Readonly<Record<string, TransferState>> = {
  SUCCESS: 'paid',
  DEALING: 'processing',
  INIT: 'processing',
  WAIT_PAY: 'processing',
  FAIL: 'failed',
  CLOSED: 'failed',
  // It had arrived, and its account could not keep it.
  REFUND: 'returned',
}

/** Codes of both methods, as their document lists them (read 2026-11). */
const failures: Readonly<Record<string, TransferFailure>> = {
  PAYEE_USER_INFO_ERROR: 'name_mismatch',
  PAYEE_ACC_OCUPIED: 'name_mismatch',
  PAYEE_NOT_EXIST: 'payee_not_found',
  PAYEE_USERINFO_STATUS_ERROR: 'payee_not_found',
  BALANCE_IS_NOT_ENOUGH: 'channel_short',
  PAYER_BALANCE_NOT_ENOUGH: 'channel_short',
  EXCEED_LIMIT_SM_AMOUNT: 'over_limit',
  EXCEED_LIMIT_DM_AMOUNT: 'over_limit',
  EXCEED_LIMIT_MM_AMOUNT: 'over_limit',
}

const failed = (vendorCode: string): Pick<Transfer, 'failure' | 'vendorCode'> => ({
  failure: failures[vendorCode] ?? 'other',
  vendorCode,
})

function readTransfer(answer: Readonly<Record<string, unknown>>, transferNo: string): Transfer {
  const state = states[textOf(answer.status)]
  if (!state || answer.out_biz_no !== transferNo)
    throw new PaymentFailure('unknown_outcome', { channel: 'alipay', vendorCode: 'malformed_answer' })
  const isOver = state === 'failed' || state === 'returned'
  return {
    ...noTransfer,
    state,
    amountFen: yuanToFen(textOf(answer.trans_amount)),
    channelNo: textOf(answer.order_id) || null,
    ...(isOver && failed(textOf(answer.error_code) || textOf(answer.status))),
  }
}

/** What is refused leaves nothing behind, mostly: it has failed once they say so under its number. */
async function transfer(gateway: AlipayGateway, order: TransferOrder, signal?: AbortSignal): Promise<Transfer> {
  const { transferNo, amountFen, payee, remark } = order
  try {
    const answer = await gateway.call({
      method: 'alipay.fund.trans.uni.transfer',
      biz: {
        out_biz_no: transferNo,
        trans_amount: fenToYuan(amountFen),
        ...product,
        order_title: remark,
        payee_info: { identity: payee.account, identity_type: 'ALIPAY_LOGON_ID', name: payee.realName },
        remark,
        ...scene,
      },
      effect: 'changes',
      isCertified: true,
      signal,
    })
    return readTransfer(answer, transferNo)
  } catch (error) {
    if (!(error instanceof PaymentFailure) || error.kind !== 'refused') throw error
    const known = await query(gateway, transferNo, signal)
    return known.state === 'absent' ? { ...known, state: 'failed', ...failed(error.details.vendorCode ?? '') } : known
  }
}

async function query(gateway: AlipayGateway, transferNo: string, signal?: AbortSignal): Promise<Transfer> {
  try {
    const answer = await gateway.call({
      method: 'alipay.fund.trans.common.query',
      biz: { out_biz_no: transferNo, ...product },
      effect: 'reads',
      isCertified: true,
      signal,
    })
    return readTransfer(answer, transferNo)
  } catch (error) {
    if (isRefusedWith(error, 'ORDER_NOT_EXIST')) return noTransfer
    throw error
  }
}

export function alipayTransfers(gateway: AlipayGateway): Transfers {
  return {
    isOffered: Boolean(gateway.config.certificates),
    confirmMs: confirmMsOf.alipay,
    transfer: (order, signal) => transfer(gateway, order, signal),
    query: (transferNo, signal) => query(gateway, transferNo, signal),
    // It has arrived before anybody can want it back.
    cancel: () => Promise.resolve(),
    downloadFlow: (day, signal) => downloadFlow(gateway, day, signal),
  }
}
