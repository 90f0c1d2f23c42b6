import { expect, it } from 'vitest'
import { createOneAtATime } from './one-at-a-time.ts'

/** Work that lasts until it is stopped. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { work: () => promise, stop: () => resolve('stopped') }
}

it('stops whoever was there before, and begins when they have ended', async () => {
  const inTurn = createOneAtATime()
  const first = lasting()
  const order: string[] = []
  const one = inTurn('a', () => first.work().then((end) => order.push(end)), first.stop)
  const two = inTurn('a', async () => void order.push('second'))
  await Promise.all([one, two])
  expect(order).toEqual(['stopped', 'second'])
})

it('waits for what cannot be stopped, and lets nobody else in meanwhile', async () => {
  const inTurn = createOneAtATime()
  let [at, most] = [0, 0]
  const work = async () => {
    at += 1
    most = Math.max(most, at)
    await new Promise((resolve) => setTimeout(resolve, 2))
    at -= 1
  }
  await Promise.all([1, 2, 3, 4, 5].map(() => inTurn('a', work)))
  expect(most).toBe(1)
  await Promise.all([inTurn('b', work), inTurn('c', work)])
  expect(most).toBe(2)
})

it('goes on after work that failed', async () => {
  const inTurn = createOneAtATime()
  await expect(inTurn('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn('a', () => Promise.resolve(7))).toBe(7)
})
