import type { Redis } from 'ioredis'
import { wakeChannel } from './progress-stream.ts'

/** Wakes the viewers of a generation: one subscriber connection per process, however many watch. */
export interface ProgressHub {
  /** Calls `wake` at every new event until the returned function is called. */
  watch(generationId: string, wake: () => void): () => void
  viewers(): number
}

/** `subscriber` is a connection of its own that resubscribes by itself after a reconnect (ioredis does by default). */
export function createProgressHub(subscriber: Redis): ProgressHub {
  const watchers = new Map<string, Set<() => void>>()
  const ignore = () => {}
  subscriber.on('message', (channel: string) => {
    for (const wake of watchers.get(channel) ?? []) wake()
  })
  return {
    watch(generationId, wake) {
      const channel = wakeChannel(generationId)
      const present = watchers.get(channel)
      if (present) present.add(wake)
      else {
        watchers.set(channel, new Set([wake]))
        // A subscription that fails now is repeated by the client on reconnect; until then viewers poll.
        subscriber.subscribe(channel).then(wake, ignore)
      }
      return () => {
        const set = watchers.get(channel)
        set?.delete(wake)
        if (set?.size !== 0) return
        watchers.delete(channel)
        subscriber.unsubscribe(channel).catch(ignore)
      }
    },
    viewers: () => [...watchers.values()].reduce((sum, set) => sum + set.size, 0),
  }
}
