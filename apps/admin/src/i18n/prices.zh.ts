import type { PriceState } from '@mozhou/contracts/models/kinds'

/** The prices of a model over time, in Chinese. */
export const pricesZh = {
  title: '价格记录',
  empty: '还没有价格',
  from: '生效时间（北京时间）',
  until: (time: string) => `到 ${time} 为止`,
  states: { coming: '将生效', current: '现行', past: '已失效' } satisfies Record<PriceState, string> as Record<
    PriceState,
    string
  >,
  input: '输入',
  output: '输出',
  cached: '缓存命中',
  cachedAsInput: '同输入',
  unit: '单位：元 / 百万 tokens。一次调用按它开始时现行的价格计成本。',
}
