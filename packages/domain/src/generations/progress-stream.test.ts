import type { ProgressEvent, TrackedProgress } from '@mozhou/contracts/generations/events'
import { expect, it } from 'vitest'
import { foldProgress } from './progress-stream.ts'

const reset = (model: string, text = ''): ProgressEvent => ({
  type: 'reset',
  model,
  isFallback: false,
  attempt: 1,
  text,
})
const delta = (text: string): ProgressEvent => ({ type: 'delta', text })
const track = (epoch: number, events: ProgressEvent[]): TrackedProgress[] =>
  events.map((event, index) => ({ id: `${epoch}-${index + 1}`, event }))

it('adds up one attempt', () => {
  const events = track(1_001, [reset('a'), delta('城市'), { type: 'thinking' }, delta('夜跑')])
  expect(foldProgress(events)).toEqual({ text: '城市夜跑', model: 'a', lastId: '1001-4' })
})

it('drops what an earlier attempt wrote, and keeps what a continuation begins with', () => {
  const events = [...track(1_001, [reset('a'), delta('旧')]), ...track(2_001, [reset('b', '前文，'), delta('续写')])]
  expect(foldProgress(events)).toEqual({ text: '前文，续写', model: 'b', lastId: '2001-2' })
})

it('takes back what the vendor withdrew', () => {
  expect(foldProgress(track(1_001, [reset('a'), delta('不该出现'), { type: 'retract' }]))?.text).toBe('')
})

it('begins at a snapshot as well as at a reset', () => {
  const events = track(1_001, [{ type: 'snapshot', text: '已写', model: 'a' }, delta('，再写')])
  expect(foldProgress(events)).toEqual({ text: '已写，再写', model: 'a', lastId: '1001-2' })
})

it('goes on from where a reader stands', () => {
  const events = track(1_001, [reset('a'), delta('一'), delta('二'), delta('三')])
  const before = foldProgress(events.slice(0, 2))
  expect(foldProgress(events.slice(2), before)).toEqual(foldProgress(events))
})

it('tells nothing from the middle of an attempt', () => {
  expect(foldProgress(track(1_001, [delta('半句')]))).toBeNull()
  expect(foldProgress([])).toBeNull()
})
