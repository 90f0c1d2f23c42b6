import { setImmediate } from 'node:timers/promises'
import type { NextFunction, Request, Response } from 'express'
import { expect, it } from 'vitest'
import { requestScope } from '../request-scope.ts'
import { inFairOrder } from './fair-order.ts'

/** As much of a request as is looked at. */
const requestOf = (sender: string) =>
  ({ get: (name: string) => (name === 'authorization' ? sender : undefined), ip: '127.0.0.1' }) as unknown as Request

function createDoor() {
  const door = inFairOrder()
  const letIn: string[] = []
  const arrive = (name: string, res = { closed: false }, next: NextFunction = () => void letIn.push(name)) =>
    door(requestOf(name.slice(0, 1)), res as Response, next)
  return { letIn, arrive }
}

it('lets another person in between the requests of a burst', async () => {
  const { letIn, arrive } = createDoor()
  for (let index = 1; index <= 200; index += 1) arrive(`a${index}`)
  arrive('b1')
  expect(letIn).toEqual(['a1', 'b1'])
  await setImmediate()
  await setImmediate()
  arrive('b2')
  expect(letIn.indexOf('b2')).toBeLessThan(6)
  await expect.poll(() => letIn.length).toBe(202)
  const burst = letIn.filter((name) => name.startsWith('a'))
  expect(burst).toEqual(Array.from({ length: 200 }, (_, index) => `a${index + 1}`))
})

it('lets in at once whoever comes alone, and forgets whoever left while they waited', async () => {
  const { letIn, arrive } = createDoor()
  arrive('a1')
  const left = { closed: false }
  arrive('a2', left)
  arrive('a3')
  left.closed = true
  await expect.poll(() => letIn).toEqual(['a1', 'a3'])
  await setImmediate()
  await setImmediate()
  arrive('a4')
  expect(letIn).toEqual(['a1', 'a3', 'a4'])
})

it('keeps each request in its own scope', async () => {
  const { arrive } = createDoor()
  const seen: (string | undefined)[] = []
  for (const requestId of ['first', 'second', 'third']) {
    const scope = { arrivedAt: 0, requestId, outerRequestId: null, userId: null, locale: null }
    requestScope.run(scope, () => arrive('a', undefined, () => void seen.push(requestScope.getStore()?.requestId)))
  }
  await expect.poll(() => seen).toEqual(['first', 'second', 'third'])
})
