import { expect, it, vi } from 'vitest'
import { createSessionRefresher } from './refresh-session.ts'
import type { RefreshOutcome } from './refresh-session.ts'

/** Web Locks in small: one holder per name, the others in line. */
function createLocks(): Pick<LockManager, 'request'> {
  const lines = new Map<string, Promise<unknown>>()
  const request = (name: string, work: () => Promise<unknown>) => {
    const turn = (lines.get(name) ?? Promise.resolve()).then(work)
    lines.set(name, turn)
    return turn
  }
  return { request: request as LockManager['request'] }
}

let appCount = 0
const newApp = () => `app-${(appCount += 1)}`

it('sends one refresh for all calls of a tab that are refused together', async () => {
  const refresh = vi.fn(() => Promise.resolve<RefreshOutcome>('refreshed'))
  const refresher = createSessionRefresher({ app: newApp(), refresh, now: () => 200 })
  expect(await Promise.all([refresher(100), refresher(100), refresher(101)])).toEqual([
    'refreshed',
    'refreshed',
    'refreshed',
  ])
  expect(refresh).toHaveBeenCalledTimes(1)
})

it('sends one refresh for two tabs: the one that waited sees it is done', async () => {
  const app = newApp()
  const locks = createLocks()
  const refresh = vi.fn(() => Promise.resolve<RefreshOutcome>('refreshed'))
  const tabs = [1, 2].map(() => createSessionRefresher({ app, refresh, now: () => 200, locks }))
  expect(await Promise.all(tabs.map((refresher) => refresher(100)))).toEqual(['refreshed', 'refreshed'])
  expect(refresh).toHaveBeenCalledTimes(1)
})

it('refreshes again for a call that was sent after the last refresh', async () => {
  const refresh = vi.fn(() => Promise.resolve<RefreshOutcome>('refreshed'))
  const refresher = createSessionRefresher({ app: newApp(), refresh, now: () => 200 })
  await refresher(100)
  await refresher(300)
  expect(refresh).toHaveBeenCalledTimes(2)
})

it('does not take a failed refresh of another tab for a done one', async () => {
  const app = newApp()
  const outcomes: RefreshOutcome[] = ['unreachable', 'refreshed']
  const refresh = vi.fn(() => Promise.resolve(outcomes.shift() ?? 'signed_out'))
  const locks = createLocks()
  const tabs = [1, 2].map(() => createSessionRefresher({ app, refresh, now: () => 200, locks }))
  expect(await Promise.all(tabs.map((refresher) => refresher(100)))).toEqual(['unreachable', 'refreshed'])
})
