import type { pricesZh } from './prices.zh.ts'

export const pricesEn = {
  title: 'Price history',
  empty: 'No price yet',
  from: 'Effective from (Beijing time)',
  until: (time) => `until ${time}`,
  states: { coming: 'Coming', current: 'In force', past: 'Past' },
  input: 'Input',
  output: 'Output',
  cached: 'Cached input',
  cachedAsInput: 'as input',
  unit: '¥ per million tokens. A call costs what was in force when it began.',
} satisfies typeof pricesZh
