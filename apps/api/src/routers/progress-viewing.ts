import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import { followGeneration } from '@mozhou/domain/generations/follow-generation'
import { openFollowing } from '@mozhou/domain/generations/open-following'
import type { Following } from '@mozhou/domain/generations/open-following'
import type { Followed } from '@mozhou/domain/generations/progress-feed'
import { tracked } from '@trpc/server'
import type { TrackedEnvelope } from '@trpc/server'
import type { Context } from '../context.ts'

interface Viewing {
  followed: Followed
  after: string | null
  signal: AbortSignal | undefined
}

/** A generation that may be followed by whoever asked: by tRPC as an iterable, and at less cost by our own writer. */
export class ProgressViewing implements AsyncIterable<TrackedEnvelope<ProgressEvent>> {
  readonly #ctx: Context
  readonly #viewing: Viewing

  constructor(ctx: Context, viewing: Viewing) {
    this.#ctx = ctx
    this.#viewing = viewing
  }

  get userId(): string {
    return this.#viewing.followed.userId
  }

  open(onNews: () => void): Following {
    const { followed, after } = this.#viewing
    return openFollowing(this.#ctx.domain, this.#ctx.hub, { followed, after, onNews })
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrackedEnvelope<ProgressEvent>, void> {
    const { domain, hub, shutdown, personStreams } = this.#ctx
    const { followed, after, signal } = this.#viewing
    const until = AbortSignal.any([shutdown, ...(signal ? [signal] : [])])
    const follow = { generationId: followed.generationId, userId: followed.userId, after, signal: until }
    const leave = await personStreams.enter(followed.userId)
    try {
      for await (const { id, event } of followGeneration(domain, hub, follow)) yield tracked(id, event)
    } finally {
      leave()
    }
  }
}
