import { assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { progressInput } from './inputs.ts'
import { compareEventIds, epochOf, finalEpoch } from './events.ts'
import { formatId } from '../ids.ts'

/** A generation schedules a handful of calls, and Temporal tries each at most a few times. */
const rounds = integer({ min: 0, max: 500 })
const attempts = integer({ min: 1, max: 999 })

it('puts every attempt of a later round above every attempt of an earlier one, and the end above all', () => {
  assert(
    property(rounds, rounds, attempts, attempts, (roundA, roundB, attemptA, attemptB) => {
      const order = Math.sign(roundA - roundB) || Math.sign(attemptA - attemptB)
      expect(Math.sign(epochOf(roundA, attemptA) - epochOf(roundB, attemptB))).toBe(order)
      expect(epochOf(roundA, attemptA)).toBeLessThan(finalEpoch)
    }),
  )
})

it('orders ids by number, not by letter', () => {
  const ids = [`${finalEpoch}-1`, '1002-1', '1001-10', '1001-9', '0-0']
  expect(ids.toSorted(compareEventIds)).toEqual(['0-0', '1001-9', '1001-10', '1002-1', `${finalEpoch}-1`])
})

it('takes back as Last-Event-ID every id it gives, and nothing else', () => {
  const generationId = formatId('generation', '019ab3f0-5c1e-7abc-8def-0123456789ab')
  const isTaken = (lastEventId: string) => progressInput.safeParse({ generationId, lastEventId }).success
  for (const id of ['0-0', `${epochOf(500, 999)}-20000`, `${finalEpoch}-1`]) expect(isTaken(id)).toBe(true)
  for (const id of ['', '1', '1-1-1', '-', '1-', '(1-1', '+', '1-1\n', ' 1-1']) expect(isTaken(id)).toBe(false)
})
