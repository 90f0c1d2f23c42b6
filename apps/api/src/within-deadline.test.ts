import { createTurns } from '@mozhou/domain/turns'
import { expect, it } from 'vitest'
import { withinDeadline } from './within-deadline.ts'

const atOnce = <R>(work: () => Promise<R>) => work()
const never = () => new Promise<never>(() => {})

it('gives the answer, or what the work throws, when it comes in time', async () => {
  await expect(withinDeadline(1_000, atOnce, async () => 'text')).resolves.toBe('text')
  const cause = new Error('of the work')
  await expect(withinDeadline(1_000, atOnce, () => Promise.reject(cause))).rejects.toBe(cause)
})

it('says that the service is away when nothing comes', async () => {
  await expect(withinDeadline(20, atOnce, never)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

it('does not begin what was refused while it waited for its turn', async () => {
  const turns = createTurns({ atOnce: 1 })
  let end = () => {}
  const first = turns.run(() => new Promise<void>((resolve) => void (end = resolve)))
  let hasBegun = false
  const second = withinDeadline(20, turns.run, async () => void (hasBegun = true))
  await expect(second).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  end()
  await first
  await expect.poll(() => turns.isIdle()).toBe(true)
  expect(hasBegun).toBe(false)
})
