import { readDevice, writeDevice } from '../device/device-storage.ts'

export type RefreshOutcome = 'refreshed' | 'signed_out' | 'unreachable'

interface RefreshOptions {
  /** Names the lock and the shared time, so that web and admin on one host do not wait for each other. */
  app: string
  /** One call of auth.refresh. */
  refresh: () => Promise<RefreshOutcome>
  now?: () => number
  locks?: Pick<LockManager, 'request'> | undefined
}

/**
 * One refresh for however many calls and tabs need it: calls of this tab share a promise, tabs share a Web Lock, and a
 * tab that waited for the lock sees that another one already refreshed and does nothing. The refresh token is rotated at
 * each use, so a second refresh with the old one would look like theft.
 */
export function createSessionRefresher(options: RefreshOptions): (askedAt: number) => Promise<RefreshOutcome> {
  const { app, refresh, now = Date.now, locks } = options
  const sharedKey = `mozhou.${app}.refreshedAt`
  let running: Promise<RefreshOutcome> | null = null

  async function refreshUnlessDone(askedAt: number): Promise<RefreshOutcome> {
    if (Number(readDevice(sharedKey) ?? 0) > askedAt) return 'refreshed'
    const outcome = await refresh()
    if (outcome === 'refreshed') writeDevice(sharedKey, String(now()))
    return outcome
  }

  return (askedAt) => {
    running ??= (
      locks ? locks.request(`mozhou.${app}.refresh`, () => refreshUnlessDone(askedAt)) : refreshUnlessDone(askedAt)
    ).finally(() => {
      running = null
    })
    return running
  }
}
