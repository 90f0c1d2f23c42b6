import type { creditsErrors } from './errors.ts'

export const creditsErrorsZh = {
  CREDITS_INSUFFICIENT: '积分不够，没有开始，也没有扣积分。充值或开通会员之后再来。',
  ENTRY_NOT_FOUND: '没有找到这条流水，账目没有变化。请刷新后重试。',
  ENTRY_ALREADY_REVERSED: '这条流水已经冲正过一次，不能重复冲正，账目没有变化。',
} satisfies Record<keyof typeof creditsErrors, string>
