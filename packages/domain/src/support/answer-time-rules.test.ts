import { array, assert, boolean, nat, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import { medianAnswerMs } from './answer-time-rules.ts'

const answered = (...waits: number[]) => waits.map((waitedMs) => ({ waitedMs, isAnswered: true }))
const waiting = (...waits: number[]) => waits.map((waitedMs) => ({ waitedMs, isAnswered: false }))

it('is the middle one where all are answered', () => {
  expect(medianAnswerMs(answered(50, 10, 30, 20, 40))).toBe(30)
  expect(medianAnswerMs(answered(10, 20, 30, 40, 50, 60))).toBe(30)
})

it('says nothing of fewer than five answers', () => {
  expect(medianAnswerMs(answered(1, 2, 3, 4))).toBeNull()
  expect(medianAnswerMs([...answered(1, 2, 3, 4), ...waiting(9, 9, 9)])).toBeNull()
})

it('is not made quick by those who still wait', () => {
  expect(medianAnswerMs([...answered(10, 20, 30, 40, 50), ...waiting(100, 100, 100)])).toBe(40)
  expect(medianAnswerMs([...answered(10, 20, 30, 40, 50), ...waiting(100, 100, 100, 100, 100, 100)])).toBeNull()
})

it('is not made slow by those who have only just asked', () => {
  expect(medianAnswerMs([...answered(10, 20, 30, 40, 50), ...waiting(1, 1, 1, 1, 1, 1)])).toBe(30)
})

it('grows with every wait', () => {
  const waits = array(record({ waitedMs: nat(1_000), isAnswered: boolean() }), { maxLength: 40 })
  assert(
    property(waits, nat(1_000), (list, more) => {
      const before = medianAnswerMs(list) ?? Infinity
      const after = medianAnswerMs(list.map((wait) => ({ ...wait, waitedMs: wait.waitedMs + more }))) ?? Infinity
      expect(after).toBeGreaterThanOrEqual(before)
    }),
  )
})
