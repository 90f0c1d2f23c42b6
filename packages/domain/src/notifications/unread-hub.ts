import type { Redis } from 'ioredis'
import { unreadChannel } from './wake-readers.ts'

/** The pages of a process that show how much is unread: one subscription a person, however many pages they have open. */
export interface UnreadHub {
  /** `wake` is called when there may be news, until the answer is called. */
  watch(userId: string, wake: () => void): () => void
}

/** `subscriber` resubscribes by itself after a reconnect; it may serve other channels besides. */
export function createUnreadHub(subscriber: Redis): UnreadHub {
  const wakes = new Map<string, Set<() => void>>()
  const ignore = () => {}
  subscriber.on('message', (channel: string) => wakes.get(channel)?.forEach((wake) => wake()))
  return {
    watch(userId, wake) {
      const channel = unreadChannel(userId)
      const present = wakes.get(channel)
      const all = present ?? new Set()
      wakes.set(channel, all.add(wake))
      // What was told before the subscription stood is found by counting once it does.
      if (!present) subscriber.subscribe(channel).then(wake, ignore)
      return () => {
        all.delete(wake)
        if (all.size > 0 || wakes.get(channel) !== all) return
        wakes.delete(channel)
        subscriber.unsubscribe(channel).catch(ignore)
      }
    },
  }
}
