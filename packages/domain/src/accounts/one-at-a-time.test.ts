import { expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

it('runs works of one key in turn, also after a failure, and other keys beside them', async () => {
  const log: string[] = []
  const otherBegan = Promise.withResolvers<void>()
  const results = await Promise.allSettled([
    oneAtATime('a', async () => {
      log.push('a1 begins')
      // Never, if the other key had to wait for this one.
      await otherBegan.promise
      log.push('a1 ends')
      throw new Error('a1')
    }),
    oneAtATime('a', async () => void log.push('a2 begins')),
    oneAtATime('b', async () => {
      log.push('b1 begins')
      otherBegan.resolve()
    }),
  ])
  expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'))
  expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'))
})
