import { finalEpoch } from '@mozhou/contracts/generations/events'
import type { ProgressEvent } from '@mozhou/contracts/generations/events'
import type { DomainContext } from '../context.ts'
import { withRedis } from '../with-redis.ts'
import { appendProgress } from './progress-stream.ts'

/**
 * Tells viewers how a generation ended. Called only after the commit; a repeat is refused by the stream itself. Lost when Redis
 * is down, which viewers survive: they also watch the row.
 */
export async function announceDone(
  ctx: DomainContext,
  generationId: string,
  event: Extract<ProgressEvent, { type: 'done' }>,
): Promise<void> {
  await withRedis(ctx, (redis) => appendProgress(redis, generationId, `${finalEpoch}-1`, event, true), null)
}
