import { AppError } from '@mozhou/contracts/errors'
import { outages } from '@mozhou/domain/outages'
import { createTurnsByKey } from '@mozhou/domain/turns'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { requestScope } from '../request-scope.ts'
import type { RequestScope } from '../request-scope.ts'
import { senderOf } from './sender-of.ts'

/** One sender's presses that are looked at at once: each takes a connection, and most of a burst is refused. */
const atOnce = 3
/** What may wait at the gate before a sender is told to slow down. */
const mayWait = 500
/** Who bursts is told of in one line for so long. */
const tellEveryMs = 1_000
const retryAfterSeconds = 5

/** Answers in the way of the address that was asked. */
export type Refuse = (req: Request, res: Response, error: AppError) => void

export type BurstGate = (refuse: Refuse) => RequestHandler

/**
 * Stands before what begins generations. Of one sender few pass at once; the others wait as bare requests, of which nothing was read. One that
 * is refused because its sender has as many generations under way as they may answers all of theirs that came before it was looked at: that
 * costs neither a connection nor a parsed body nor a line in the log.
 */
export function createBurstGate(log: Logger): BurstGate {
  const inTurn = createTurnsByKey({
    atOnce,
    queue: { mayWait, refusal: () => new AppError('RATE_LIMITED', { retryAfterSeconds: 1 }) },
    isAnswerForAll: (error) => error instanceof AppError && error.code === 'CONCURRENCY_LIMIT',
  })
  const refused = createTally(log)
  return (refuse) => (req, res, next) => {
    const scope = requestScope.getStore()
    if (!scope) return next()
    const sender = senderOf(req)
    const turnAway = (error: unknown) => {
      if (res.headersSent || res.closed) return
      scope.isOneOfMany = true
      refused.count(sender)
      refuse(req, res, error instanceof AppError ? error : new AppError('SERVICE_UNAVAILABLE', {}, { cause: error }))
    }
    const late = setTimeout(() => turnAway(tooLate()), outages['api.request'].deadlineMs)
    const pass = async () => {
      clearTimeout(late)
      if (res.headersSent || res.closed) return
      await answered(res, next)
      if (!scope.refusal) return
      refused.know(sender, scope)
      throw scope.refusal
    }
    inTurn(sender, pass, { kind: 'generation', askedAt: scope.arrivedAt })
      .catch(turnAway)
      .finally(() => clearTimeout(late))
  }
}

const tooLate = () => new AppError('SERVICE_UNAVAILABLE', { retryAfterSeconds })

/** Until the answer has left, or whoever asked has. */
function answered(res: Response, next: () => void): Promise<void> {
  return new Promise((resolve) => {
    res.once('close', resolve)
    next()
  })
}

/** How many of a sender's were refused together, and who that is where one of theirs came far enough for it to be known. */
function createTally(log: Logger) {
  const bySender = new Map<string, { requests: number; userId: string | undefined }>()
  const tell = (sender: string) => {
    const known = bySender.get(sender)
    bySender.delete(sender)
    if (known && known.requests > 0) log.info({ ...known }, 'refused together')
  }
  const of = (sender: string) => {
    const known = bySender.get(sender)
    if (known) return known
    const fresh = { requests: 0, userId: undefined }
    bySender.set(sender, fresh)
    setTimeout(() => tell(sender), tellEveryMs).unref()
    return fresh
  }
  return {
    count: (sender: string) => void (of(sender).requests += 1),
    know: (sender: string, { userId }: RequestScope) => void (of(sender).userId = userId ?? undefined),
  }
}
