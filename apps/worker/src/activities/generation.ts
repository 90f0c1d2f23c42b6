import { epochOf } from '@mozhou/contracts/events'
import type { DomainContext } from '@mozhou/domain/context'
import { acceptGeneration } from '@mozhou/domain/creations/accept-generation'
import { completeGeneration } from '@mozhou/domain/creations/complete-generation'
import { failGeneration } from '@mozhou/domain/creations/fail-generation'
import { refundGeneration } from '@mozhou/domain/creations/refund-generation'
import { settleStopped } from '@mozhou/domain/creations/settle-stopped'
import { writeAttempt } from '@mozhou/domain/creations/write-attempt'
import type { Activities } from '@mozhou/workflows/activities'
import { ApplicationFailure, Context } from '@temporalio/activity'

/** Beats while the vendor is silent too: a slow model is not a dead worker. */
const heartbeatMs = 2_500

type GenerationActivities = Pick<
  Activities,
  'acceptGeneration' | 'writeText' | 'completeGeneration' | 'settleStopped' | 'refundGeneration' | 'failGeneration'
>

export function createGenerationActivities(ctx: DomainContext): GenerationActivities {
  return {
    acceptGeneration: (input) => acceptGeneration(ctx, input),
    async writeText({ generationId, modelId, round, isFallback }) {
      const activity = Context.current()
      const { attempt } = activity.info
      const epoch = epochOf(round, attempt)
      const beat = setInterval(() => activity.heartbeat(), heartbeatMs)
      const control = {
        signal: activity.cancellationSignal,
        isStop: () => activity.cancellationDetails?.cancelRequested ?? false,
      }
      try {
        const { finish } = await writeAttempt(ctx, { generationId, modelId, epoch, attempt, isFallback }, control)
        return { epoch, finish }
      } catch (error) {
        if (!activity.cancellationDetails?.workerShutdown) throw error
        throw ApplicationFailure.create({
          type: 'unavailable',
          message: 'worker is shutting down',
          nextRetryDelay: '100ms',
        })
      } finally {
        clearInterval(beat)
      }
    },
    completeGeneration: (input) => completeGeneration(ctx, input),
    settleStopped: (input) => settleStopped(ctx, input),
    refundGeneration: (input) => refundGeneration(ctx, input),
    failGeneration: (input) => failGeneration(ctx, input),
  }
}
