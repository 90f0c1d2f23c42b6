import { expect, it } from 'vitest'
import { createTurns, createTurnsByKey } from './turns.ts'

const busy = new Error('busy')
const limits = { atOnce: 2, queue: { mayWait: 16, refusal: () => busy } }

it('runs two at a time, lets sixteen wait in turn, and refuses the rest at once', async () => {
  const turns = createTurns(limits)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const works = Array.from({ length: 20 }, (_, index) =>
    turns.run(async () => {
      begun.push(index)
      await new Promise<void>((resolve) => ends.push(resolve))
      return index
    }),
  )
  const refused = await Promise.allSettled(works.slice(18))
  expect(refused).toEqual([busy, busy].map((reason) => ({ status: 'rejected', reason })))
  expect(begun).toEqual([0, 1])
  for (let index = 0; index < 18; index += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(index)
    ends[index]?.()
  }
  const all = Array.from({ length: 18 }, (_, index) => index)
  expect(await Promise.all(works.slice(0, 18))).toEqual(all)
  expect(begun).toEqual(all)
  expect(turns.isIdle()).toBe(true)
})

it('gives its place on when work fails', async () => {
  const turns = createTurns(limits)
  await Promise.allSettled(Array.from({ length: 10 }, () => turns.run(() => Promise.reject(new Error('no')))))
  expect(await turns.run(() => Promise.resolve('well'))).toBe('well')
})

it('keeps one key’s crowd out of another’s way', async () => {
  const inTurn = createTurnsByKey(limits)
  const end = Promise.withResolvers<string>()
  const crowd = Array.from({ length: 18 }, () => inTurn('one', () => end.promise))
  await expect(inTurn('one', () => end.promise)).rejects.toBe(busy)
  expect(await inTurn('other', () => Promise.resolve('at once'))).toBe('at once')
  end.resolve('late')
  expect(new Set(await Promise.all(crowd))).toEqual(new Set(['late']))
  expect(await inTurn('one', () => Promise.resolve('again'))).toBe('again')
})

it('lets any number wait where no queue is bounded', async () => {
  const inTurn = createTurnsByKey({ atOnce: 1 })
  const begun: number[] = []
  await Promise.all(Array.from({ length: 600 }, (_, index) => inTurn('one', async () => void begun.push(index))))
  expect(begun).toEqual(Array.from({ length: 600 }, (_, index) => index))
})

const full = new Error('full')
const ofKind = (askedAt = performance.now()) => ({ kind: 'start', askedAt })

it('answers with one refusal all of its kind that had been asked before it was looked at, one after the other', async () => {
  const turns = createTurns({ atOnce: 1, isAnswerForAll: (error) => error === full })
  const begun: string[] = []
  const first = Promise.withResolvers<void>()
  const works = [turns.run(() => first.promise)]
  const askedAt = performance.now() - 1
  for (let index = 0; index < 50; index += 1) {
    works.push(turns.run(() => (begun.push('start'), Promise.reject(full)), ofKind(askedAt)))
  }
  works.push(turns.run(async () => void begun.push('another kind'), { kind: 'other', askedAt }))
  works.push(turns.run(async () => void begun.push('no kind')))
  const outcomes = Promise.allSettled(works)
  const state = { turnsOfLoop: 0, isOver: false }
  const count = () => {
    state.turnsOfLoop += 1
    if (!state.isOver) setImmediate(count)
  }
  count()
  first.resolve()
  const refused = (await outcomes).slice(1, 51)
  state.isOver = true
  expect(begun).toEqual(['start', 'another kind', 'no kind'])
  expect(refused).toEqual(refused.map(() => ({ status: 'rejected', reason: full })))
  expect(state.turnsOfLoop).toBeGreaterThan(40)
})

it('looks anew at what is asked after a refusal', async () => {
  const turns = createTurns({ atOnce: 1, isAnswerForAll: (error) => error === full })
  const askedBefore = performance.now() - 1
  await expect(turns.run(() => Promise.reject(full), ofKind())).rejects.toBe(full)
  await expect(turns.run(() => Promise.resolve('began'), ofKind(askedBefore))).rejects.toBe(full)
  expect(await turns.run(() => Promise.resolve('began'), ofKind(performance.now() + 1))).toBe('began')
})

it('keeps to so many at once while a crowd is still being told its answer', async () => {
  const inTurn = createTurnsByKey({ atOnce: 1, isAnswerForAll: (error) => error === full })
  const askedAt = performance.now() - 1
  const crowd = Array.from({ length: 50 }, () => inTurn('one', () => Promise.reject(full), { kind: 'start', askedAt }))
  await expect(crowd[0]).rejects.toBe(full)
  const end = Promise.withResolvers<void>()
  const begun: string[] = []
  const late = (name: string) =>
    inTurn('one', async () => (begun.push(name), end.promise), ofKind(performance.now() + 1))
  const first = late('first')
  await Promise.allSettled(crowd)
  const second = late('second')
  expect(begun).toEqual(['first'])
  end.resolve()
  await Promise.all([first, second])
  expect(begun).toEqual(['first', 'second'])
})
