import { constants, publicEncrypt } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { confirmMsOf } from '../transfer-rules.ts'
import { noTransfer, type Transfer, type TransferFailure, type TransferOrder, type Transfers } from '../transfers.ts'
import type { TransferState } from '../transfers.ts'
import type { WechatClient } from './client.ts'
import { downloadFlow } from './download-bill.ts'
import { isRefusedWith, textOf } from './errors.ts'

/** 商家转账, which the payee takes in WeChat: pay.weixin.qq.com/doc/v3/merchant/4012711988, read 2026-11. */
const base = '/v3/fund-app/mch-transfer/transfer-bills'
/** 佣金报酬, with the two facts that this scene demands. */
const scene = {
  transfer_scene_id: '1005',
  transfer_scene_report_infos: [
    { info_type: '岗位类型', info_content: '推广员' },
    { info_type: '报酬说明', info_content: '推广返利' },
  ],
} as const
const namedFromFen = 30
const nameNeededFromFen = 200_000
const maxRemark = 32

const states: Readonly<Record<string, TransferState>> = {
  ACCEPTED: 'processing',
  PROCESSING: 'processing',
  WAIT_USER_CONFIRM: 'awaiting_confirm',
  TRANSFERING: 'processing',
  CANCELING: 'processing',
  SUCCESS: 'paid',
  FAIL: 'failed',
  CANCELLED: 'cancelled',
}

/** Their reasons and codes (pay.weixin.qq.com/doc/v3/merchant/4013774966, read 2026-11). */
const failures: Readonly<Record<string, TransferFailure>> = {
  OVERDUE_CLOSE: 'not_confirmed',
  NAME_NOT_CORRECT: 'name_mismatch',
  ACCOUNT_NOT_EXIST: 'payee_not_found',
  PAYEE_ACCOUNT_ABNORMAL: 'payee_not_found',
  ACCOUNT_FROZEN: 'payee_not_found',
  NOT_ENOUGH: 'channel_short',
  DAY_RECEIVED_QUOTA_EXCEED: 'over_limit',
  DAY_RECEIVED_COUNT_EXCEED: 'over_limit',
  REALNAME_ACCOUNT_RECEIVED_QUOTA_EXCEED: 'over_limit',
  QUOTA_EXCEED: 'over_limit',
}

const failed = (vendorCode: string): Pick<Transfer, 'failure' | 'vendorCode'> => ({
  failure: failures[vendorCode] ?? 'other',
  vendorCode,
})

function readTransfer(answer: Readonly<Record<string, unknown>>, transferNo: string): Transfer {
  const state = states[textOf(answer.state)]
  if (!state || answer.out_bill_no !== transferNo)
    throw new PaymentFailure('unknown_outcome', { channel: 'wechat', vendorCode: 'malformed_answer' })
  const { transfer_amount: amountFen } = answer
  return {
    ...noTransfer,
    state,
    amountFen: Number.isSafeInteger(amountFen) ? Number(amountFen) : null,
    channelNo: textOf(answer.transfer_bill_no) || null,
    confirmCode: textOf(answer.package_info) || null,
    ...(state === 'failed' && failed(textOf(answer.fail_reason) || 'FAIL')),
  }
}

/** For their eyes only, as `Wechatpay-Serial` of the request says. From 2,000 yuan on they refuse a transfer without, below 0.30 one with. */
function nameOf({ keys }: WechatClient, { amountFen, payee }: TransferOrder): { user_name?: string } {
  if (amountFen < namedFromFen) return {}
  if (keys.publicKey === null) {
    if (amountFen < nameNeededFromFen) return {}
    throw new PaymentFailure('misconfigured', { channel: 'wechat', vendorCode: 'no_public_key' })
  }
  const sealed = publicEncrypt(
    { key: keys.publicKey.key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from(payee.realName, 'utf8'),
  )
  return { user_name: sealed.toString('base64') }
}

/** What is refused leaves nothing behind, mostly: it has failed once they say so under its number. */
async function transfer(client: WechatClient, order: TransferOrder, signal?: AbortSignal): Promise<Transfer> {
  try {
    const answer = await client.call({
      method: 'POST',
      path: base,
      body: {
        appid: client.config.appId,
        out_bill_no: order.transferNo,
        ...scene,
        openid: order.payee.account,
        ...nameOf(client, order),
        transfer_amount: order.amountFen,
        transfer_remark: order.remark.slice(0, maxRemark).toWellFormed(),
        notify_url: order.notifyUrl,
      },
      effect: 'changes',
      signal,
    })
    return readTransfer(answer, order.transferNo)
  } catch (error) {
    if (!(error instanceof PaymentFailure) || error.kind !== 'refused') throw error
    const known = await query(client, order.transferNo, signal)
    return known.state === 'absent' ? { ...known, state: 'failed', ...failed(error.details.vendorCode ?? '') } : known
  }
}

async function query(client: WechatClient, transferNo: string, signal?: AbortSignal): Promise<Transfer> {
  const path = `${base}/out-bill-no/${encodeURIComponent(transferNo)}`
  try {
    return readTransfer(await client.call({ method: 'GET', path, effect: 'reads', signal }), transferNo)
  } catch (error) {
    if (isRefusedWith(error, 'NOT_FOUND')) return noTransfer
    throw error
  }
}

/** One that the payee has taken, or that has ended, is refused; the question after it tells. */
async function cancel(client: WechatClient, transferNo: string, signal?: AbortSignal): Promise<void> {
  const path = `${base}/out-bill-no/${encodeURIComponent(transferNo)}/cancel`
  try {
    await client.call({ method: 'POST', path, effect: 'changes', signal })
  } catch (error) {
    if (!(error instanceof PaymentFailure) || error.kind !== 'refused') throw error
  }
}

export function wechatTransfers(client: WechatClient): Transfers {
  return {
    isOffered: client.config.offersTransfers ?? false,
    confirmMs: confirmMsOf.wechat,
    transfer: (order, signal) => transfer(client, order, signal),
    query: (transferNo, signal) => query(client, transferNo, signal),
    cancel: (transferNo, signal) => cancel(client, transferNo, signal),
    downloadFlow: (day, signal) => downloadFlow(client, day, signal),
  }
}
