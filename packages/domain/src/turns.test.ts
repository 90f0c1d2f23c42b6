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
