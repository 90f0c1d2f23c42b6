import type { withdrawalsErrors } from './errors.ts'

export const withdrawalsErrorsZh = {
  WITHDRAWALS_OFF: '提现暂未开放，没有提交，余额没有动。可以先把余额换成积分。',
  WITHDRAWAL_NOT_FOUND: '没有这笔提现。请回到提现页查看。',
  WITHDRAWAL_PAYEE_NEEDED: '首次提现前需要填写收款账户、真实姓名和身份证号。余额没有动，填好后再提交即可。',
  WITHDRAWAL_TOO_SMALL: '单笔最少提现 {{ leastYuan }} 元，没有提交。请增加金额后再试。',
  WITHDRAWAL_LIMIT: '超过了提现限额，现在最多还能提 {{ leftYuan }} 元，没有提交。请减少金额，或过后再试。',
  WITHDRAWAL_OPEN: '你有一笔提现正在处理，没有再提交一笔。请等它结束。',
  WITHDRAWAL_IN_DEBT: '账户有待抵扣的欠额，还不能提现，没有提交。之后的返利会先抵扣欠额。',
  CASH_INSUFFICIENT: '可用的现金余额是 {{ balanceYuan }} 元，不够这一笔，没有提交。请减少金额后再试。',
  WITHDRAWAL_SENT: '这笔提现已经提交给支付渠道，不能直接撤回。请刷新查看它现在的状态。',
  WITHDRAWAL_DECIDED: '这笔提现已经有了决定，没有再改。请刷新查看。',
  WITHDRAWAL_NOT_REPEATABLE: '这笔提现现在不能重新收款，什么都没有做。请刷新查看它现在的状态。',
  WITHDRAWAL_SUSPENDED: '这个人的账号已停用，停用期间不能付款，没有同意。可以拒绝，或恢复账号后再同意。',
  PAYEE_BINDING_NOT_FOUND: '没有这次微信绑定，可能已经用过，或又开始了新的一次。请重新扫码绑定。',
  PAYEE_BINDING_INVALID: '这次微信绑定已经失效或用过，收款账户没有改。请重新扫码绑定。',
  WITHDRAWAL_RULES_CHANGED: '提现规则刚被别人改过，你的修改没有保存。请刷新后再改。',
} satisfies Record<keyof typeof withdrawalsErrors, string>
