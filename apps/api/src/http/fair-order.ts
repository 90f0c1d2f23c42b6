import { AsyncResource } from 'node:async_hooks'
import type { RequestHandler } from 'express'
import { senderOf } from './sender-of.ts'

/**
 * Takes in one request of a sender per turn of the event loop. Two hundred that arrive in one packet's time are read in one go, and whoever
 * comes between would otherwise wait until all of them were understood; so they wait only for as many as there are senders.
 */
export function inFairOrder(): RequestHandler {
  /** Who was let in during this turn of the loop, each with those who came after. */
  const waiting = new Map<string, (() => void)[]>()
  let isDue = false
  const nextTurn = () => {
    isDue = waiting.size > 0
    if (isDue) setImmediate(nextTurn)
    for (const [sender, queue] of waiting) {
      const next = queue.shift()
      if (next) next()
      else waiting.delete(sender)
    }
  }
  return (req, res, next) => {
    const sender = senderOf(req)
    const queue = waiting.get(sender)
    if (queue) {
      // In its own scope, not in that of whoever was let in before.
      queue.push(AsyncResource.bind(() => void (res.closed || next())))
      return
    }
    waiting.set(sender, [])
    if (!isDue) {
      isDue = true
      setImmediate(nextTurn)
    }
    next()
  }
}
