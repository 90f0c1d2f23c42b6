import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { advanceStream, emptyStream } from './stream-state.ts'

const at = (id: string, event: ProgressEvent): TrackedProgress => ({ id, event })
const reset = (id: string, model: string, more: Partial<Extract<ProgressEvent, { type: 'reset' }>> = {}) =>
  at(id, { type: 'reset', model, isFallback: false, attempt: 1, text: '', ...more })
const delta = (id: string, text: string) => at(id, { type: 'delta', text })
const done = (id: string) =>
  at(id, {
    type: 'done',
    status: 'succeeded',
    versionId: 'ver_1',
    isIncomplete: false,
    refundedCredits: 0,
    failure: null,
  })
const fold = (events: TrackedProgress[]) => events.reduce(advanceStream, emptyStream)

it('puts the pieces together in order', () => {
  const state = fold([reset('1001-1', 'GLM-4'), delta('1001-2', '春'), delta('1001-3', '天')])
  expect(state).toMatchObject({ text: '春天', model: 'GLM-4', phase: 'writing', lastId: '1001-3', done: null })
})

it('drops the draft when another model takes over', () => {
  const state = fold([
    reset('1001-1', 'ERNIE'),
    delta('1001-2', '甲的草稿'),
    reset('2001-1', 'GLM-4', { isFallback: true }),
    delta('2001-2', '乙'),
  ])
  expect(state).toMatchObject({ text: '乙', model: 'GLM-4', isFallback: true })
})

it('remembers whose text gave way to another model’s, also when it had tried once more in between', () => {
  const begun = [reset('1001-1', 'ERNIE'), delta('1001-2', '甲的草稿')]
  const again = reset('1002-1', 'ERNIE', { attempt: 2 })
  const other = [reset('2001-1', 'GLM-4', { isFallback: true }), delta('2001-2', '乙')]
  expect(fold([...begun, ...other]).replaced).toBe('ERNIE')
  expect(fold([...begun, again, ...other]).replaced).toBe('ERNIE')
  expect(fold([...begun, again, delta('1002-2', '甲又写')]).replaced).toBeNull()
  expect(fold([reset('1001-1', 'ERNIE'), ...other]).replaced).toBeNull()
})

it('takes no finished part for one that gave way', () => {
  const part = (index: number) => ({ index, total: 3, title: '' })
  const state = fold([
    reset('1001-1', 'ERNIE', { part: part(1) }),
    delta('1001-2', '甲'),
    reset('1002-1', 'ERNIE', { part: part(1), attempt: 2 }),
    delta('1002-2', '乙'),
    reset('2001-1', 'ERNIE', { part: part(2), text: '乙' }),
    reset('3001-1', 'GLM-4', { part: part(2), text: '乙', isFallback: true }),
  ])
  expect(state.replaced).toBeNull()
})

it('says which part of a long work is being written, until the next one begins', () => {
  const first = { index: 1, total: 2, title: '引言' }
  const second = { index: 2, total: 2, title: '方法' }
  const events = [
    reset('1001-1', 'GLM-4', { part: first }),
    delta('1001-2', '甲'),
    reset('2001-1', 'GLM-4', { text: '甲', part: second }),
  ]
  expect(fold(events.slice(0, 2))).toMatchObject({ text: '甲', part: first })
  expect(fold(events)).toMatchObject({ text: '甲', part: second })
})

it('goes on from the text a continuation starts with', () => {
  const state = fold([reset('1001-1', 'GLM-4', { text: '前文' }), delta('1001-2', '后文')])
  expect(state.text).toBe('前文后文')
})

it('takes back what the vendor withdrew, and stays open', () => {
  const state = fold([reset('1001-1', 'GLM-4'), delta('1001-2', '不该写的'), at('1001-3', { type: 'retract' })])
  expect(state).toMatchObject({ text: '', phase: 'waiting', done: null })
})

it('shows that a model thinks only until its first words', () => {
  const thinking = fold([reset('1001-1', 'GLM-4'), at('1001-2', { type: 'thinking' })])
  expect(thinking.phase).toBe('thinking')
  expect(fold([reset('1001-1', 'GLM-4'), delta('1001-2', '字'), at('1001-3', { type: 'thinking' })]).phase).toBe(
    'writing',
  )
})

it('replaces everything by a snapshot, and keeps the model when it names none', () => {
  const state = fold([
    reset('1001-1', 'GLM-4'),
    delta('1001-2', '旧'),
    at('1001-9', { type: 'snapshot', text: '全文至此', model: null }),
    delta('1001-10', '。'),
  ])
  expect(state).toMatchObject({ text: '全文至此。', model: 'GLM-4' })
})

it('takes a snapshot under the id it already has: without Redis the API has no newer one', () => {
  const state = fold([
    reset('1001-1', 'GLM-4'),
    delta('1001-2', '一'),
    at('1001-2', { type: 'snapshot', text: '一二', model: 'GLM-4' }),
    at('1001-2', { type: 'snapshot', text: '一二三', model: 'GLM-4' }),
  ])
  expect(state.text).toBe('一二三')
})

it('ignores late events of an attempt that was given up', () => {
  const state = fold([
    reset('1001-1', 'ERNIE'),
    reset('1002-1', 'ERNIE', { attempt: 2 }),
    delta('1001-2', '迟到'),
    at('1001-3', { type: 'snapshot', text: '迟到的快照', model: 'ERNIE' }),
    delta('1002-2', '新'),
  ])
  expect(state).toMatchObject({ text: '新', attempt: 2 })
})

it('never runs two attempts together, even when a reset was lost', () => {
  expect(fold([reset('1001-1', 'ERNIE'), delta('1001-2', '甲'), delta('2001-2', '乙')]).text).toBe('乙')
})

it('compares ids as numbers, not as text', () => {
  expect(fold([reset('1001-9', 'GLM-4'), delta('1001-10', '字')]).text).toBe('字')
})

it('ends with done, whatever came before, and stays there', () => {
  const state = fold([reset('1001-1', 'GLM-4'), delta('1001-2', '文'), done('9999999-1'), delta('2001-1', '之后')])
  expect(state).toMatchObject({ phase: 'done', text: '文', done: { status: 'succeeded', versionId: 'ver_1' } })
})

it('comes to the same end when a reconnect replays any part of the stream', () => {
  const stream = [
    reset('1001-1', 'ERNIE'),
    delta('1001-2', '甲'),
    reset('2001-1', 'GLM-4', { isFallback: true }),
    delta('2001-2', '乙'),
    delta('2001-3', '丙'),
    done('9999999-1'),
  ]
  const whole = fold(stream)
  const place = fc.integer({ min: 0, max: stream.length })
  fc.assert(
    fc.property(place, place, (cut, from) => {
      const resumed = [...stream.slice(0, cut), ...stream.slice(Math.min(from, cut))]
      expect(fold(resumed)).toEqual(whole)
    }),
  )
})
