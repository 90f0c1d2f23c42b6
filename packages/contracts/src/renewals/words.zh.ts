import type { renewalsErrors } from './errors.ts'

export const renewalsErrorsZh = {
  RENEWAL_ACTIVE: '自动续费已经开通，没有再开一份。要换套餐，请先关闭现在这份。',
  RENEWAL_NEEDS_MEMBERSHIP: '还不是会员，没有可续的。请先开通会员，再打开自动续费。',
  RENEWAL_TOO_LATE: '离到期太近，来不及在扣款前五天通知你，没有开通。请先手动续一期，再打开自动续费。',
  RENEWAL_TERMS_CHANGED: '价格或条款刚刚变了，没有开通，也没有扣款。请刷新后看过新的再决定。',
} satisfies Record<keyof typeof renewalsErrors, string>
