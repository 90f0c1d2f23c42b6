import { constants, privateDecrypt } from 'node:crypto'
import { z } from 'zod'
import { chinaInstant } from '../china-time.ts'
import { endTransfer, expireTransfer } from '../take-transfer.ts'
import type { Transfer } from '../transfer.ts'
import type { WechatAccount } from './account.ts'
import type { Endpoint, EndpointCall } from './endpoint.ts'
import { nothing } from './query-close.ts'
import { ok, paramError, refused, type Found } from './reply.ts'

const dayMs = 86_400_000
const nameForbiddenBelowFen = 30
const nameNeededFromFen = 200_000

/** What each scene wants to be told, no more and no less. */
const scenes: Readonly<Record<string, readonly string[]>> = {
  1000: ['活动名称', '奖励说明'],
  1005: ['岗位类型', '报酬说明'],
  1009: ['采购商品名称'],
}

const transferInput = z.strictObject({
  appid: z.string().min(1).max(32),
  out_bill_no: z.string().regex(/^[A-Za-z0-9]{1,32}$/),
  transfer_scene_id: z.string().min(1).max(36),
  openid: z.string().min(1).max(64),
  user_name: z.string().min(1).max(1024).optional(),
  transfer_amount: z.number().int().min(1),
  transfer_remark: z.string().min(1).max(32),
  notify_url: z
    .url({ protocol: /^https?$/ })
    .max(256)
    .optional(),
  user_recv_perception: z.string().optional(),
  transfer_scene_report_infos: z.array(
    z.strictObject({ info_type: z.string().min(1).max(15), info_content: z.string().min(1).max(32) }),
  ),
})
type Input = z.infer<typeof transferInput>

/** Sealed with the key that the request names. null for what does not open. */
function nameOf(account: WechatAccount, sealed: string | undefined): string | null {
  if (sealed === undefined) return ''
  try {
    const { privateKey } = account.publicKeys()
    const key = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
    return privateDecrypt(key, Buffer.from(sealed, 'base64')).toString('utf8')
  } catch {
    return null
  }
}

function whyMalformed({ account, input }: EndpointCall<Input>): Found | null {
  if (input.appid !== account.appId) return refused(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  const wanted = scenes[input.transfer_scene_id]
  const given = input.transfer_scene_report_infos.map(({ info_type: type }) => type)
  if (!wanted || [...wanted].sort().join() !== [...given].sort().join()) {
    return paramError('transfer_scene_report_infos', '转账场景报备信息与场景不符')
  }
  if (nameOf(account, input.user_name) === null) return paramError('user_name', '敏感信息解密失败')
  const [isNamed, amountFen] = [input.user_name !== undefined, input.transfer_amount]
  if (!isNamed && amountFen >= nameNeededFromFen) return paramError('user_name', '转账金额大于等于2000元时必填')
  if (isNamed && amountFen < nameForbiddenBelowFen) return paramError('user_name', '转账金额小于0.3元时不能填写')
  return null
}

function whyRefused({ faults }: EndpointCall<Input>): Found | null {
  if (faults.includes('balance-short')) return refused(403, 'NOT_ENOUGH', '商户运营账户余额不足')
  return faults.includes('payee-unknown') ? refused(400, 'INVALID_REQUEST', 'openid与appid不匹配') : null
}

const stateNames = {
  waiting: 'WAIT_USER_CONFIRM',
  paid: 'SUCCESS',
  failed: 'FAIL',
  cancelled: 'CANCELLED',
  returned: 'SUCCESS',
} as const

function told(account: WechatAccount, transfer: Transfer): Record<string, unknown> {
  return {
    mch_id: account.id,
    out_bill_no: transfer.transferNo,
    transfer_bill_no: transfer.channelNo,
    appid: account.appId,
    state: stateNames[transfer.state],
    transfer_amount: transfer.amountFen,
    transfer_remark: transfer.remark,
    openid: transfer.payee,
    create_time: chinaInstant(transfer.createdAt),
    update_time: chinaInstant(transfer.endedAt ?? transfer.createdAt),
    ...(transfer.reason && { fail_reason: transfer.reason }),
  }
}

export { told as transferFields }

function makeTransfer({ account, input }: EndpointCall<Input>, terms: string): Transfer {
  const now = account.clock.now()
  return {
    transferNo: input.out_bill_no,
    channelNo: account.numbers.next('13300', 32),
    code: `package${account.numbers.next(account.id.slice(-4), 16)}`,
    amountFen: input.transfer_amount,
    payee: input.openid,
    payeeName: nameOf(account, input.user_name) ?? '',
    remark: input.transfer_remark,
    state: 'waiting',
    reason: '',
    notifyUrl: input.notify_url ?? '',
    createdAt: now,
    expiresAt: new Date(now.getTime() + dayMs),
    endedAt: null,
    paidAt: null,
    terms,
  }
}

function transferMoney(call: EndpointCall<Input>): Found {
  const { account, input, faults } = call
  const malformed = whyMalformed(call)
  if (malformed) return malformed
  const terms = JSON.stringify([input.transfer_amount, input.openid, input.transfer_remark])
  const known = account.transfersMade.get(input.out_bill_no)
  if (known && known.terms !== terms) return refused(400, 'ALREADY_EXISTS', '商户单号重复，且信息不一致')
  const refusal = known ? null : whyRefused(call)
  if (refusal) return refusal
  const transfer = known ?? makeTransfer(call, terms)
  account.transfersMade.set(transfer.transferNo, transfer)
  if (!known && faults.includes('name-mismatch')) endTransfer(account, transfer, 'failed', 'NAME_NOT_CORRECT')
  account.clock.at(transfer.expiresAt ?? transfer.createdAt, () => expireTransfer(account, transfer))
  const isWaiting = transfer.state === 'waiting'
  return ok({ ...told(account, transfer), ...(isWaiting && { package_info: transfer.code }) })
}

export const transferEndpoint: Endpoint<Input> = { input: transferInput, run: transferMoney }

const notFound = refused(404, 'NOT_FOUND', '记录不存在')

export const transferQueryEndpoint: Endpoint<undefined> = {
  input: nothing,
  run({ account, name }) {
    const transfer = account.transfersMade.get(name)
    if (!transfer) return notFound
    expireTransfer(account, transfer)
    return ok(told(account, transfer))
  },
}

export const transferCancelEndpoint: Endpoint<undefined> = {
  input: nothing,
  run({ account, name }) {
    const transfer = account.transfersMade.get(name)
    if (!transfer) return notFound
    expireTransfer(account, transfer)
    if (transfer.state !== 'waiting') return refused(400, 'INVALID_REQUEST', '转账单状态不支持撤销')
    endTransfer(account, transfer, 'cancelled', '')
    return ok({ ...told(account, transfer), state: 'CANCELING' })
  },
}
