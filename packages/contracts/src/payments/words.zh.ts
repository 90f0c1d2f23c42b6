import type { paymentsErrors } from './errors.ts'

export const paymentsErrorsZh = {
  CHANNEL_CHANGED: '这个渠道刚被别人改过，没有保存。请关闭后重新打开再改。',
} satisfies Record<keyof typeof paymentsErrors, string>
