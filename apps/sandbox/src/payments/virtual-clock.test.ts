import { describe, expect, it } from 'vitest'
import { createVirtualClock } from './virtual-clock.ts'

const fail = (cause: unknown) => {
  throw cause
}

describe('the clock of a merchant', () => {
  it('does what falls due on the way, in its order and at its time', async () => {
    const clock = createVirtualClock(fail)
    const start = clock.now().getTime()
    const done: [string, number][] = []
    const note = (name: string) => () => void done.push([name, Math.round((clock.now().getTime() - start) / 1000)])
    clock.at(new Date(start + 60_000), note('second'))
    clock.at(new Date(start + 30_000), () => {
      note('first')()
      clock.at(new Date(start + 45_000), note('planned on the way'))
    })
    clock.at(new Date(start + 90_000), note('later'))
    await clock.advance(60_000)
    expect(done).toEqual([
      ['first', 30],
      ['planned on the way', 45],
      ['second', 60],
    ])
    expect(Math.round((clock.now().getTime() - start) / 1000)).toBe(60)
    clock.clear()
  })

  it('goes on by itself, and can be waited for', async () => {
    const clock = createVirtualClock(fail)
    const done: string[] = []
    clock.at(clock.now(), async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      done.push('now')
    })
    await clock.settle()
    expect(done).toEqual(['now'])
    clock.at(new Date(clock.now().getTime() + 10), () => void done.push('soon'))
    await expect.poll(() => done).toEqual(['now', 'soon'])
  })

  it('forgets when it is cleared', async () => {
    const clock = createVirtualClock(fail)
    let isDone = false
    clock.at(new Date(clock.now().getTime() + 1000), () => {
      isDone = true
    })
    clock.clear()
    await clock.advance(5000)
    expect(isDone).toBe(false)
  })
})
