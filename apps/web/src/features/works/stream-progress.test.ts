import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { expect, it } from 'vitest'
import { isSameProgress, progressOf } from './stream-progress.ts'
import { advanceStream, emptyStream } from './stream-state.ts'

const writing = advanceStream(emptyStream, { id: '1-1', event: { type: 'delta', text: '春' } })
const isSameAfter = (event: ProgressEvent) =>
  isSameProgress(progressOf(writing), progressOf(advanceStream(writing, { id: '1-2', event })))

it('a piece of text brings a generation no further, whatever else may', () => {
  expect(isSameAfter({ type: 'delta', text: '天' })).toBe(true)
  expect(isSameAfter({ type: 'retract' })).toBe(false)
  expect(isSameAfter({ type: 'snapshot', text: '春天', model: '另一个' })).toBe(false)
  expect(isSameProgress(progressOf(emptyStream), progressOf(writing))).toBe(false)
})
