import type { Redis } from 'ioredis'
import type { DomainContext } from '../context.ts'
import { createProgressFeed } from './progress-feed.ts'
import type { Followed, ProgressFeed } from './progress-feed.ts'
import { wakeChannel } from './progress-stream.ts'

/** From this many viewers in one process on, all are told less often and more at once: what they cost stays bounded. */
const crowd = 100
const pauseMsPerViewer = 0.08
const longestPauseMs = 400

/** The viewers of a process: one subscriber connection, and one reader a generation, however many watch. */
export interface ProgressHub {
  /** The generation's feed, which is closed when the last viewer has left. Call `leave` once. */
  join(ctx: DomainContext, followed: Followed): { feed: ProgressFeed; leave(): void }
  /** What was found out about a generation when it was joined, if somebody whose it is watches it. */
  joined(generationId: string, userId: string): Followed | null
  isCrowded(): boolean
  viewers(): number
}

/** `subscriber` is a connection of its own that resubscribes by itself after a reconnect (ioredis does by default). */
export function createProgressHub(subscriber: Redis): ProgressHub {
  const wakes = new Map<string, () => void>()
  const feeds = new Map<string, { followed: Followed; feed: ProgressFeed; viewers: number }>()
  let viewers = 0
  const ignore = () => {}
  subscriber.on('message', (channel: string) => wakes.get(channel)?.())
  const watch = (generationId: string, wake: () => void) => {
    const channel = wakeChannel(generationId)
    wakes.set(channel, wake)
    // A subscription that fails now is repeated by the client on reconnect; until then the feed polls.
    subscriber.subscribe(channel).then(wake, ignore)
    return () => {
      if (wakes.get(channel) !== wake) return
      wakes.delete(channel)
      subscriber.unsubscribe(channel).catch(ignore)
    }
  }
  const isCrowded = () => viewers >= crowd
  const pauseMs = () => (isCrowded() ? Math.min(longestPauseMs, viewers * pauseMsPerViewer) : 0)
  const open = (ctx: DomainContext, followed: Followed) => {
    const shared = { followed, feed: createProgressFeed(ctx, followed, { watch, pauseMs }), viewers: 0 }
    feeds.set(followed.generationId, shared)
    return shared
  }
  return {
    join(ctx, followed) {
      const { generationId } = followed
      const shared = feeds.get(generationId) ?? open(ctx, followed)
      shared.viewers += 1
      viewers += 1
      return {
        feed: shared.feed,
        leave() {
          shared.viewers -= 1
          viewers -= 1
          if (shared.viewers > 0) return
          feeds.delete(generationId)
          shared.feed.close()
        },
      }
    },
    joined(generationId, userId) {
      const followed = feeds.get(generationId)?.followed
      return followed?.userId === userId ? followed : null
    },
    isCrowded,
    viewers: () => viewers,
  }
}
