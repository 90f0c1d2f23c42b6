import { AppError } from '@mozhou/contracts/errors'
import type { Response } from 'express'

/** Event streams that a person has open in this process. */
export interface PersonStreams {
  /** Counts one until `leave`. @throws AppError EVENT_STREAMS_LIMIT */
  enter(userId: string): () => void
}

export function createPersonStreams(limit: number): PersonStreams {
  const open = new Map<string, number>()
  return {
    enter(userId) {
      const before = open.get(userId) ?? 0
      if (before >= limit) throw new AppError('EVENT_STREAMS_LIMIT', { limit })
      open.set(userId, before + 1)
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        const now = (open.get(userId) ?? 1) - 1
        if (now === 0) open.delete(userId)
        else open.set(userId, now)
      }
    },
  }
}

/** Counts the stream that this answer is, for as long as it is open. @throws AppError EVENT_STREAMS_LIMIT */
export function enterUntilClosed(streams: PersonStreams, userId: string, res: Response): void {
  // Left while it was found out who they are: nothing will close any more.
  if (res.closed) return
  res.once('close', streams.enter(userId))
}
