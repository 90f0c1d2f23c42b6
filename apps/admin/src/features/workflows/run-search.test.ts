import { expect, it } from 'vitest'
import { isIn, parseRunSearch } from './run-search.ts'

const note = { note: '已换密钥' }
const running = { status: 'RUNNING', needsAttention: false, acknowledgement: null }
const needing = { status: 'COMPLETED', needsAttention: true, acknowledgement: null }
const handled = { ...needing, acknowledgement: note }

it('shows what runs or needs somebody until somebody has seen to it', () => {
  expect([running, needing, handled].map((run) => isIn('open', run))).toEqual([true, true, false])
  expect([running, needing, handled].map((run) => isIn('attention', run))).toEqual([false, true, false])
  expect([running, needing, handled].map((run) => isIn('handled', run))).toEqual([false, false, true])
  expect(isIn('open', { ...handled, status: 'RUNNING' })).toBe(true)
})

it('keeps a view in the address, and drops what is none', () => {
  expect(parseRunSearch({ view: 'attention' })).toEqual({ view: 'attention' })
  expect(parseRunSearch({ view: 'open' })).toEqual({})
  expect(parseRunSearch({ view: '1' })).toEqual({})
})
