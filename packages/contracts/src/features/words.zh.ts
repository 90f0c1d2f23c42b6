import type { featuresErrors } from './errors.ts'

export const featuresErrorsZh = {
  FEATURE_OFF: '这个功能还没有开放，没有改动。',
  FEATURE_FOR_MEMBERS: '这个功能目前会员抢先用，没有改动。开通会员后马上可以用。',
  FEATURE_CHANGED: '这个功能的开放范围刚刚被别人改过，没有改动。请刷新后再看。',
} satisfies Record<keyof typeof featuresErrors, string>
