import type { WithdrawalEndReason } from './kinds.ts'

/** Why a withdrawal ended without being paid, and what to do next. */
export const withdrawalEndsZh: Readonly<Record<WithdrawalEndReason, string>> = {
  by_person: '你撤回了这笔提现。',
  rejected: '审核没有通过。',
  clawed_back: '相关订单退款，返利被收回，这笔提现随之取消。',
  not_confirmed: '24 小时内没有在微信里确认收款，或在微信里拒绝了。可以点“重新收款”再来一次。',
  name_mismatch: '收款账户的姓名与你填写的不一致。请核对收款信息后重新收款。',
  payee_not_found: '收款账户不存在或不能收款。请核对收款信息后重新收款。',
  channel_short: '支付渠道暂时不能付款，问题在我们这边。请稍后重新收款。',
  over_limit: '超过了支付渠道对收款账户的限额。请过后再试，或减少金额。',
  refused: '支付渠道拒绝了这笔付款。请核对收款信息后再试，或联系客服。',
  returned: '钱到账后又被退了回来，通常是收款账户异常。请核对收款信息后重新收款。',
}
