import type { Redis } from 'ioredis'
import type { DomainContext } from '../context.ts'
import { createProgressFeed } from './progress-feed.ts'
import type { Followed, ProgressFeed } from './progress-feed.ts'
import { wakeChannel } from './progress-stream.ts'

/** The viewers of a process: one subscriber connection, and one reader a generation, however many watch. */
export interface ProgressHub {
  /** The generation's feed, which is closed when the last viewer has left. Call `leave` once. */
  join(ctx: DomainContext, followed: Followed): { feed: ProgressFeed; leave(): void }
  viewers(): number
}

/** `subscriber` is a connection of its own that resubscribes by itself after a reconnect (ioredis does by default). */
export function createProgressHub(subscriber: Redis): ProgressHub {
  const wakes = new Map<string, () => void>()
  const feeds = new Map<string, { feed: ProgressFeed; viewers: number }>()
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
  return {
    join(ctx, followed) {
      const { generationId } = followed
      const shared = feeds.get(generationId) ?? { feed: createProgressFeed(ctx, followed, watch), viewers: 0 }
      feeds.set(generationId, shared)
      shared.viewers += 1
      return {
        feed: shared.feed,
        leave() {
          shared.viewers -= 1
          if (shared.viewers > 0) return
          feeds.delete(generationId)
          shared.feed.close()
        },
      }
    },
    viewers: () => [...feeds.values()].reduce((sum, { viewers }) => sum + viewers, 0),
  }
}
