import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { expect, it } from 'vitest'
import { createProgressLog, draftId } from './progress-log.ts'

const reset: ProgressEvent = { type: 'reset', model: 'm', isFallback: false, attempt: 1, text: '' }
const delta = (text: string): ProgressEvent => ({ type: 'delta', text })

function logOf(text: string) {
  const log = createProgressLog()
  log.push({ id: '1-1', event: reset })
  for (const [index, piece] of Array.from(text).entries()) log.push({ id: `1-${index + 2}`, event: delta(piece) })
  return log
}

it('gives all who stand at one place the same events, until something happens', () => {
  const log = logOf('一二')
  for (const place of [null, 1, { after: '1-2' }, { after: 'gone' }]) {
    for (const isJoined of [false, true])
      expect(log.read(place, isJoined).events).toBe(log.read(place, isJoined).events)
  }
  expect(log.read(null).events).toBe(log.read({ after: '0-1' }).events)
  const before = log.read(1)
  log.push({ id: '1-4', event: delta('三') })
  expect(log.read(1).events.map(({ id }) => id)).toEqual(['1-2', '1-3', '1-4'])
  expect(before.events.map(({ id }) => id)).toEqual(['1-2', '1-3'])
  expect(log.read(null).events).toEqual([{ id: '1-4', event: { type: 'snapshot', text: '一二三', model: 'm' } }])
})

it('joins what is read joined, and nothing else', () => {
  const log = logOf('一二三')
  expect(log.read(1, true)).toEqual({ events: [{ id: '1-4', event: delta('一二三') }], next: 4 })
  expect(log.read(1).events).toHaveLength(3)
})

it('gives each the right events however many places are read', () => {
  const log = logOf('字'.repeat(100))
  for (let place = 0; place <= 101; place += 1) expect(log.read(place).events).toHaveLength(101 - place)
  for (let place = 0; place <= 101; place += 1) expect(log.read(place).events).toHaveLength(101 - place)
})

it('forgets what it gave out when the stored draft takes over, and when the stream is back', () => {
  const log = logOf('一')
  const { next } = log.read(null)
  log.showDraft('一二', 'm')
  const draft = { id: draftId, event: { type: 'snapshot', text: '一二', model: 'm' } }
  expect(log.read(null).events).toEqual([draft])
  expect(log.read(next).events).toEqual([draft])
  log.push({ id: '1-1', event: { ...reset, text: '一二三' } })
  expect(log.read(null).events).toEqual([{ id: '1-1', event: { type: 'snapshot', text: '一二三', model: 'm' } }])
})
